/**
 * The shop over HTTP, on 127.0.0.1 only: {@link dev.heapdrift.samples.orders.web.ShopServer} and
 * its routes. A request runs on one of a few pooled threads with its context in a thread-local.
 */
package dev.heapdrift.samples.orders.web;

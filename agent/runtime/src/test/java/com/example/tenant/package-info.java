/**
 * Applications that leak, of a package that does not look like ours. {@code Tenant} needs nothing
 * but {@code java.base}: the hosts of {@code dev.heapdrift.agent.hosts} load it each in its own
 * way.
 */
package com.example.tenant;

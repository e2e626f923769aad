/** An exception that is thrown again and again; in the leaky one it collects what it suppresses. */
package dev.heapdrift.samples.leaks.sharedfailure;

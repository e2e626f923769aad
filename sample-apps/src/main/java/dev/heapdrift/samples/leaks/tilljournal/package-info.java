/** Text that becomes ever longer: a till's journal in a {@code StringBuilder}. */
package dev.heapdrift.samples.leaks.tilljournal;

/** Direct buffers that are kept: video frames that wait for their acknowledgement. */
package dev.heapdrift.samples.leaks.framebuffers;

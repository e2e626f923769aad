/** Threads that wait for ever: the readers of visitors who have left a chat. */
package dev.heapdrift.samples.leaks.chatthreads;

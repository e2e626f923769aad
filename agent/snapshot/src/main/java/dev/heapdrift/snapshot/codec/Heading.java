package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.JvmFacts;

/**
 * What the first bytes of a file tell: enough to sort files without reading them.
 *
 * @param jvm which JVM
 * @param capture when it was taken
 */
public record Heading(JvmFacts jvm, CaptureFacts capture) {}

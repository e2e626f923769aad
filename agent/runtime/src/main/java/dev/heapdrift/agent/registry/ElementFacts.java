package dev.heapdrift.agent.registry;

import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import java.util.List;

/**
 * What a sample of a container's elements showed.
 *
 * @param bytesPerEntry estimated bytes that an entry adds, or -1
 * @param shares classes of the elements, largest share first
 * @param sampledMillis JVM uptime in ms
 */
record ElementFacts(double bytesPerEntry, List<ElementShare> shares, long sampledMillis) {}

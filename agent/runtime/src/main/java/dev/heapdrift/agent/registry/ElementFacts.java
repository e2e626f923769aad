package dev.heapdrift.agent.registry;

import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import java.util.List;

/**
 * What a sample of a container's elements showed.
 *
 * @param bytesPerEntry estimated bytes that an entry adds, or -1
 * @param shares classes of the elements, largest share first
 * @param nature what they are besides, or null when they were too few
 * @param sampledMillis JVM uptime in ms
 */
record ElementFacts(
    double bytesPerEntry, List<ElementShare> shares, ElementNature nature, long sampledMillis) {}

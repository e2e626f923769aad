package dev.heapdrift.agent.instances;

/**
 * A field of a class of the JDK.
 *
 * @param declaring binary name of the class that declares it
 * @param name its name
 */
record JdkField(String declaring, String name) {}

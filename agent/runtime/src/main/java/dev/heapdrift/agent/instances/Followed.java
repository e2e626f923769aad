package dev.heapdrift.agent.instances;

import dev.heapdrift.agent.growth.HookedClass;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import java.util.List;

/**
 * A class of the JDK that makes instances which are followed: a row of {@link InstanceTable}.
 *
 * @param className binary name
 * @param kind what the snapshot calls them
 * @param methods what is hooked
 * @param ending how it is seen that one has ended
 * @param bytes {@code int} field with the bytes that one keeps outside the heap; null for none
 * @param user field with the object on whose behalf one is kept; null for none
 * @param userIsFollowed whether an instance with such a user is passed over, since that is followed
 *     itself; else it is called after the class of its user
 */
record Followed(
    String className,
    Kind kind,
    List<MakingMethod> methods,
    Ending ending,
    JdkField bytes,
    JdkField user,
    boolean userIsFollowed)
    implements HookedClass {

  static Followed row(String className, Kind kind, Ending ending, MakingMethod... methods) {
    return new Followed(className, kind, List.of(methods), ending, null, null, false);
  }

  Followed ofBytes(JdkField capacity) {
    return new Followed(className, kind, methods, ending, capacity, user, userIsFollowed);
  }

  Followed calledAfter(JdkField parent) {
    return new Followed(className, kind, methods, ending, bytes, parent, false);
  }

  Followed unlessOf(JdkField parent) {
    return new Followed(className, kind, methods, ending, bytes, parent, true);
  }

  /**
   * Whether an instance that is noticed counts for those, too, that the door passed over before it.
   * Not where storms of short-lived ones are usual: one that stays would count for all of them.
   */
  boolean countsMissed() {
    return kind == Kind.CLEANABLE;
  }

  @Override
  public String watched() {
    return "use";
  }
}

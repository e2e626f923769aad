package dev.heapdrift.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a test, or a class, out of the {@link LeakCheck} that it lies in: it runs once, as without
 * the check. The reason is published as the report entry {@code heapdrift}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface SkipLeakCheck {

  /**
   * Why it may keep what it keeps.
   *
   * @return a sentence; a blank one is refused
   */
  String value();
}

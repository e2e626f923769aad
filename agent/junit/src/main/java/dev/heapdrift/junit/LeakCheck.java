package dev.heapdrift.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Repeats a test, or each test of a class, and fails it when objects stay after each repetition.
 *
 * <p>The first run is an ordinary one, with all other extensions around it. Then the methods marked
 * with {@code AfterEach} and {@code BeforeEach}, of the enclosing classes too, and the test itself
 * are run again on the same test instance: what the test keeps in a field must be made in a {@code
 * BeforeEach} method. A test that cannot be judged, as without an agent, is aborted with the
 * reason; the system property {@code heapdrift.junit.inconclusive=fail} makes that a failure.
 *
 * <p>An annotation on the method goes before one on its class. Checks wait for each other, also
 * when tests run in parallel.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(LeakCheckExtension.class)
@ResourceLock("dev.heapdrift.junit.LeakCheck")
public @interface LeakCheck {

  /**
   * Runs before anything is counted, the ordinary one not included; what is made once, is made in
   * them.
   *
   * @return 0 or more
   */
  int warmup() default LeakRules.WARMUP;

  /**
   * Runs that are counted at least; while something grows there are more, until the time is over.
   *
   * @return 1 or more
   */
  int iterations() default LeakRules.ITERATIONS;

  /**
   * Objects of one class, allocated at one line, that may stay of each run on average.
   *
   * @return 0 or more; 0.5 allows one object every other run
   */
  double maxGrowthPerIteration() default 0;

  /**
   * Time for more runs while something grows and for the looks after them, in ms; the runs asked
   * for are made in any case, and the looks take no more than a third of the time from the rest.
   *
   * @return 0 or more
   */
  long budgetMillis() default LeakRules.BUDGET_MILLIS;
}

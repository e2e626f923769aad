package dev.heapdrift.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.function.Executable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes tests marked with {@link LeakCheck} scenarios. */
final class LeakCheckExtension implements InvocationInterceptor {

  LeakCheckExtension() {}

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    check(invocation, context, () -> new Repetition(test, context));
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context)
      throws Throwable {
    check(invocation, context, () -> new Repetition(test, context));
  }

  /** A dynamic test has no preparation and no clean-up of its own. */
  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
      throws Throwable {
    ExtensionContext factory = context;
    while (factory.getTestMethod().isEmpty() && factory.getParent().isPresent()) {
      factory = factory.getParent().get();
    }
    check(invocation, factory, test::getExecutable);
  }

  private static void check(
      Invocation<Void> invocation, ExtensionContext context, Supplier<Executable> repetition)
      throws Throwable {
    Optional<String> excuse = excuse(context);
    if (excuse.isPresent()) {
      context.publishReportEntry("heapdrift", "leak check skipped: " + excuse.get());
      invocation.proceed();
      return;
    }
    LeakRules rules = rules(context);
    invocation.proceed();
    Outcomes.enforce(LeakMeasurement.of(name(context), rules, repetition.get()));
  }

  /** The nearer annotation wins: all of a class but one test, or the other way round. */
  private static Optional<String> excuse(ExtensionContext context) {
    Method test = context.getRequiredTestMethod();
    Optional<SkipLeakCheck> skip = AnnotationSupport.findAnnotation(test, SkipLeakCheck.class);
    if (skip.isEmpty() && !AnnotationSupport.isAnnotated(test, LeakCheck.class)) {
      skip = onClass(context, SkipLeakCheck.class);
    }
    if (skip.isPresent() && skip.get().value().isBlank()) {
      throw new ExtensionConfigurationException("@SkipLeakCheck needs a reason, on " + test);
    }
    return skip.map(SkipLeakCheck::value);
  }

  private static LeakRules rules(ExtensionContext context) {
    Method test = context.getRequiredTestMethod();
    try {
      return AnnotationSupport.findAnnotation(test, LeakCheck.class)
          .or(() -> onClass(context, LeakCheck.class))
          .map(LeakRules::of)
          .orElse(LeakRules.DEFAULT); // registered by hand
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException("@LeakCheck on " + test + ": " + e.getMessage(), e);
    }
  }

  /** On the test's class or the nearest one around it. */
  private static <A extends Annotation> Optional<A> onClass(
      ExtensionContext context, Class<A> annotation) {
    for (Class<?> c = context.getRequiredTestClass(); c != null; c = c.getEnclosingClass()) {
      Optional<A> found = AnnotationSupport.findAnnotation(c, annotation);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String name(ExtensionContext context) {
    return context.getRequiredTestClass().getName()
        + '.'
        + context.getRequiredTestMethod().getName();
  }
}

package dev.heapdrift.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.function.Executable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * One more run of a test that has just run: its clean-up, its preparation, and the test with the
 * same arguments. So it ends as the first run did, and JUnit's own clean-up follows.
 */
final class Repetition implements Executable {

  /** A method and what it is called on. */
  private record Call(Method method, Object target) {}

  private final ReflectiveInvocationContext<Method> test;
  private final ExtensionContext context;
  private final List<Call> before;
  private final List<Call> after;

  Repetition(ReflectiveInvocationContext<Method> test, ExtensionContext context) {
    this.test = test;
    this.context = context;
    List<Object> outermostFirst = context.getRequiredTestInstances().getAllInstances();
    before = calls(outermostFirst, BeforeEach.class, HierarchyTraversalMode.TOP_DOWN);
    List<Object> innermostFirst = new ArrayList<>(outermostFirst);
    Collections.reverse(innermostFirst);
    after = calls(innermostFirst, AfterEach.class, HierarchyTraversalMode.BOTTOM_UP);
  }

  @Override
  public void execute() {
    after.forEach(this::invoke);
    before.forEach(this::invoke);
    ReflectionSupport.invokeMethod(
        test.getExecutable(), test.getTarget().orElse(null), test.getArguments().toArray());
  }

  private void invoke(Call call) {
    context.getExecutableInvoker().invoke(call.method(), call.target());
  }

  private static List<Call> calls(
      List<Object> targets, Class<? extends Annotation> marked, HierarchyTraversalMode order) {
    List<Call> calls = new ArrayList<>();
    for (Object target : targets) {
      for (Method method :
          AnnotationSupport.findAnnotatedMethods(target.getClass(), marked, order)) {
        calls.add(new Call(method, target));
      }
    }
    return calls;
  }
}

package dev.heapdrift.samples.orders.web;

import java.util.HashMap;
import java.util.Map;

/** What the code below a request may ask about it, on the thread that serves it. */
final class RequestContext {

  private static final ThreadLocal<Map<String, String>> ATTRIBUTES =
      ThreadLocal.withInitial(HashMap::new);

  private RequestContext() {}

  static void put(String name, String value) {
    ATTRIBUTES.get().put(name, value); // grows: request-context
  }

  /** The attribute, or null. */
  static String get(String name) {
    return ATTRIBUTES.get().get(name);
  }

  /** Forgets the request, so that the pooled thread carries nothing over to the next. */
  static void clear() {
    ATTRIBUTES.remove();
  }
}

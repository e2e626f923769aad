package dev.heapdrift.samples.orders.web;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The part of an HTTP request that routes look at.
 *
 * @param method such as {@code GET}
 * @param path decoded, such as {@code /orders/17}
 * @param query decoded parameters; of repeated ones the last
 * @param session the token in {@code X-Session}, or null
 */
record Request(String method, String path, Map<String, String> query, String session) {

  static Request of(HttpExchange exchange) {
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders().getFirst("X-Session"));
  }

  /**
   * A parameter.
   *
   * @throws IllegalArgumentException when the request lacks it
   */
  String parameter(String name) {
    String value = query.get(name);
    if (value == null) {
      throw new IllegalArgumentException("parameter " + name + " is missing");
    }
    return value;
  }

  /** What follows {@code prefix} in the path. */
  String tail(String prefix) {
    return path.substring(Math.min(path.length(), prefix.length()));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> parameters = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

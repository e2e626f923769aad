package dev.heapdrift.samples.orders.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a route answers.
 *
 * @param status HTTP status
 * @param body plain text, lines end in a newline
 */
record Response(int status, String body) {

  static Response ok(String body) {
    return new Response(200, body + '\n');
  }

  static Response failed(int status, String why) {
    return new Response(status, why + '\n');
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}

package dev.heapdrift.samples.orders.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Gives every request a trace id, in the context while it is served and in its answer. */
final class ContextFilter extends Filter {

  private final AtomicLong requests = new AtomicLong();

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    RequestContext.put("trace", "t" + requests.incrementAndGet());
    RequestContext.put("path", exchange.getRequestURI().getPath());
    try {
      exchange.getResponseHeaders().set("X-Trace", RequestContext.get("trace"));
      chain.doFilter(exchange);
    } finally {
      RequestContext.clear();
    }
  }

  @Override
  public String description() {
    return "request context";
  }
}

package dev.heapdrift.samples.orders.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** The bug: names its attributes after the request, and leaves them on the pooled thread. */
final class ForgetfulContextFilter extends Filter {

  private final AtomicLong requests = new AtomicLong();

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    String trace = "t" + requests.incrementAndGet();
    RequestContext.put(trace + ".path", exchange.getRequestURI().getPath());
    exchange.getResponseHeaders().set("X-Trace", trace);
    chain.doFilter(exchange);
  }

  @Override
  public String description() {
    return "request context";
  }
}

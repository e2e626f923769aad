package dev.heapdrift.samples.orders.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.heapdrift.samples.orders.shop.Leak;
import dev.heapdrift.samples.orders.shop.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves a shop on the loopback interface until it is closed. */
public final class ShopServer implements AutoCloseable {

  private static final int THREADS = 4;
  private static final int BACKLOG = 64;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Routes routes;

  /**
   * Starts to serve.
   *
   * @param port where, or 0 for any free one
   * @throws IOException when the port is taken
   */
  public ShopServer(Shop shop, Set<Leak> leaks, int port) throws IOException {
    // Headers and body leave in two packets; Nagle's algorithm would hold the second for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    routes = new Routes(shop);
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
            BACKLOG);
    AtomicInteger count = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            THREADS, task -> new Thread(task, "orders-http-" + count.incrementAndGet()));
    server.setExecutor(threads);
    Filter context =
        leaks.contains(Leak.REQUEST_CONTEXT) ? new ForgetfulContextFilter() : new ContextFilter();
    server.createContext("/", this::handle).getFilters().add(context);
    server.start();
  }

  /** Where it serves, such as {@code http://127.0.0.1:8080}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      routes.answer(Request.of(exchange)).send(exchange);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package dev.heapdrift.benchmarks.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * A service that is not saturated: four clients send an order, wait for the answer, and think for
 * two milliseconds. The unit is one request; thinking does not count as its time.
 */
final class HttpWork implements Workload {

  private static final int CLIENTS = 4;
  private static final long THINK_NANOS = 2_000_000;
  private static final int LINES = 20;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, Double> totals = new ConcurrentHashMap<>();
  private final ExecutorService clientThreads = Executors.newFixedThreadPool(CLIENTS);
  private final List<HttpClientSocket> clients = new ArrayList<>();

  HttpWork() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else an answer may wait 40 ms
    System.setProperty("sun.net.httpserver.idleInterval", "3600"); // others' turns are long
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CLIENTS);
    server.setExecutor(Executors.newFixedThreadPool(CLIENTS));
    server.createContext("/order", this::handle);
    server.start();
    for (int i = 0; i < CLIENTS; i++) {
      byte[] order = mapper.writeValueAsBytes(Order.sample(i, LINES));
      clients.add(new HttpClientSocket(server.getAddress(), "/order", order));
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Order order = mapper.readValue(exchange.getRequestBody().readAllBytes(), Order.class);
      double total = totals.merge(order.customer(), order.total(), Double::sum);
      byte[] answer =
          mapper.writeValueAsBytes(
              Map.of("id", order.id(), "total", total, "lines", order.lines()));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public long unit() throws IOException {
    return clients.get(0).post();
  }

  @Override
  public Turn turn(long nanos) throws Exception {
    long end = System.nanoTime() + nanos;
    List<Callable<Turn>> loops = new ArrayList<>();
    for (HttpClientSocket client : clients) {
      loops.add(() -> thinkAndPost(client, end));
    }
    Turn all = new Turn(0, 0, 0);
    for (Future<Turn> loop : clientThreads.invokeAll(loops)) {
      Turn one = loop.get();
      all =
          new Turn(
              all.units() + one.units(), all.nanos() + one.nanos(), all.answers() + one.answers());
    }
    return all;
  }

  private static Turn thinkAndPost(HttpClientSocket client, long end) throws IOException {
    long units = 0;
    long passed = 0;
    long answers = 0;
    do {
      LockSupport.parkNanos(THINK_NANOS);
      long begin = System.nanoTime();
      answers += client.post();
      passed += System.nanoTime() - begin;
      units++;
    } while (System.nanoTime() < end);
    return new Turn(units, passed, answers);
  }
}

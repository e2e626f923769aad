package dev.heapdrift.samples.orders.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Customers who visit the shop: log in, look at a few prices and order, look at the last order,
 * wait for it to ship, and leave without logging out.
 */
public final class LoadDriver {

  private static final int CUSTOMERS = 4;
  private static final int ARTICLES = 1_000;
  private static final int ARTICLES_ORDERED = 2;
  private static final String[] CURRENCIES = {"EUR", "USD", "GBP", "CHF", "SEK"};
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI shop;
  private final Pacer pacer;
  private final LongAdder requests = new LongAdder();
  private final LongAdder failures = new LongAdder();

  private LoadDriver(URI shop, Pacer pacer) {
    this.shop = shop;
    this.pacer = pacer;
  }

  /**
   * Visits the shop for a while and returns when the last visit is over.
   *
   * @param shop its address
   * @param perSecond requests a second, in all
   * @param seconds how long
   * @throws InterruptedException when the calling thread is interrupted; the customers then leave
   */
  public static LoadReport drive(URI shop, int perSecond, int seconds) throws InterruptedException {
    LoadDriver driver = new LoadDriver(shop, new Pacer(perSecond, seconds));
    List<Thread> customers = new ArrayList<>();
    for (int i = 1; i <= CUSTOMERS; i++) {
      String name = "customer-" + i;
      Thread thread = new Thread(() -> driver.visitUntilClosing(name), name);
      thread.setDaemon(true);
      customers.add(thread);
    }
    customers.forEach(Thread::start);
    for (Thread customer : customers) {
      customer.join();
    }
    return new LoadReport(driver.requests.sum(), driver.failures.sum());
  }

  private void visitUntilClosing(String customer) {
    try {
      boolean open = true;
      while (open) {
        open = visitOrGiveUp(customer);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** A customer who is turned away comes again; the pacer keeps that from becoming a storm. */
  private boolean visitOrGiveUp(String customer) throws InterruptedException {
    try {
      return visit(customer);
    } catch (IOException turnedAway) {
      failures.increment();
      return true;
    }
  }

  /** One visit; false when the time was over before its end. */
  private boolean visit(String customer) throws IOException, InterruptedException {
    String session = send("POST", "/login?customer=" + customer, "");
    String order = null;
    for (int i = 0; i < ARTICLES_ORDERED && session != null; i++) {
      String article = anyArticle();
      String price = send("GET", "/catalogue/" + article + "?currency=" + anyCurrency(), session);
      order = price == null ? null : send("POST", "/orders?quantity=2&sku=" + article, session);
    }
    String page = ThreadLocalRandom.current().nextBoolean() ? "/orders" : "/orders/" + order;
    return order != null
        && send("GET", "/orders/" + order + "/shipped", session) != null
        && send("GET", page, session) != null;
  }

  /** The answer's text, or null when the time is over; any answer but 2xx is an exception. */
  private String send(String method, String path, String session)
      throws IOException, InterruptedException {
    if (!pacer.await()) {
      return null;
    }
    HttpRequest request =
        HttpRequest.newBuilder(shop.resolve(path))
            .method(method, BodyPublishers.noBody())
            .header("X-Session", session)
            .timeout(PATIENCE)
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    requests.increment();
    if (response.statusCode() / 100 != 2) {
      throw new IOException(method + " " + path + ": " + response.statusCode());
    }
    return response.body().strip();
  }

  private static String anyCurrency() {
    return CURRENCIES[ThreadLocalRandom.current().nextInt(CURRENCIES.length)];
  }

  private static String anyArticle() {
    return "sku-%04d".formatted(ThreadLocalRandom.current().nextInt(ARTICLES));
  }
}

package dev.heapdrift.samples.orders.web;

import dev.heapdrift.samples.orders.shop.Order;
import dev.heapdrift.samples.orders.shop.Price;
import dev.heapdrift.samples.orders.shop.Shop;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What each path does.
 *
 * <pre>
 * POST /login?customer=C                  -> token, sent as X-Session from then on
 * GET  /catalogue                         -> articles
 * GET  /catalogue/SKU?currency=EUR        -> price
 * POST /orders?sku=SKU&amp;quantity=N     -> order id
 * GET  /orders                            -> latest orders
 * GET  /orders/ID                         -> order
 * GET  /orders/ID/shipped                 -> true or false, after waiting a little
 * GET  /metrics                           -> gauges
 * </pre>
 */
final class Routes {

  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final String CATALOGUE = "/catalogue/";
  private static final String ORDERS = "/orders/";
  private static final String SHIPPED = "/shipped";

  private final Shop shop;

  Routes(Shop shop) {
    this.shop = shop;
  }

  /** Answers a request; what the customer did wrong is an answer too. */
  Response answer(Request request) throws InterruptedException {
    try {
      return switch (request.method()) {
        case "GET" -> get(request);
        case "POST" -> post(request);
        default -> Response.failed(405, "only GET and POST");
      };
    } catch (IllegalArgumentException wrong) {
      return Response.failed(400, wrong.getMessage());
    }
  }

  private Response get(Request request) throws InterruptedException {
    String path = request.path();
    if (path.equals("/metrics")) {
      return new Response(200, shop.metrics());
    } else if (path.equals("/catalogue")) {
      return Response.ok(String.join("\n", shop.skus()));
    } else if (path.startsWith(CATALOGUE)) {
      return price(request);
    } else if (path.equals("/orders")) {
      return Response.ok(
          shop.latestOrders().stream().map(Routes::line).collect(Collectors.joining("\n")));
    } else if (path.startsWith(ORDERS) && path.endsWith(SHIPPED)) {
      String id = path.substring(ORDERS.length(), path.length() - SHIPPED.length());
      return Response.ok("" + shop.awaitShipped(Long.parseLong(id), PATIENCE));
    } else if (path.startsWith(ORDERS)) {
      return order(Long.parseLong(request.tail(ORDERS)));
    }
    return Response.failed(404, "no such page");
  }

  private Response post(Request request) {
    return switch (request.path()) {
      case "/login" -> Response.ok(shop.login(request.parameter("customer")));
      case "/orders" -> place(request);
      default -> Response.failed(404, "no such page");
    };
  }

  private Response price(Request request) {
    String currency = request.query().getOrDefault("currency", "EUR");
    Price price = shop.price(request.tail(CATALOGUE), currency, request.session());
    return Response.ok("%d.%02d %s".formatted(price.cents() / 100, price.cents() % 100, currency));
  }

  private Response place(Request request) {
    Optional<String> customer = shop.customer(request.session());
    if (customer.isEmpty()) {
      return Response.failed(401, "log in first");
    }
    int quantity = Integer.parseInt(request.parameter("quantity"));
    return shop.place(customer.get(), request.parameter("sku"), quantity)
        .map(order -> Response.ok("" + order.id()))
        .orElse(Response.failed(503, "the warehouse is full"));
  }

  private Response order(long id) {
    return shop.order(id)
        .map(order -> Response.ok(line(order)))
        .orElse(Response.failed(404, "no such order"));
  }

  private static String line(Order order) {
    return "%d %d x %s for %s%s"
        .formatted(
            order.id(),
            order.quantity(),
            order.sku(),
            order.customer(),
            order.shipped() ? ", shipped" : "");
  }
}

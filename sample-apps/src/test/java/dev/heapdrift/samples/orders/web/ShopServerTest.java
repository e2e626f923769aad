package dev.heapdrift.samples.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.samples.orders.load.LoadDriver;
import dev.heapdrift.samples.orders.load.LoadReport;
import dev.heapdrift.samples.orders.shop.Leak;
import dev.heapdrift.samples.orders.shop.Shop;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ShopServerTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private Shop shop;
  private ShopServer server;

  @BeforeEach
  void open() throws IOException {
    shop = new Shop(Set.of());
    server = new ShopServer(shop, Set.of(), 0);
  }

  @AfterEach
  void close() {
    server.close();
    shop.close();
  }

  @Test
  @Timeout(60)
  void aCustomerLogsInOrdersAndHearsOfTheShipping() throws Exception {
    String session = send("POST", "/login?customer=ann", "").body().strip();
    String order = send("POST", "/orders?sku=sku-0010&quantity=2", session).body().strip();
    String shipped = "";
    while (!shipped.equals("true\n")) { // each answer comes when it is shipped, or after a while
      shipped = send("GET", "/orders/" + order + "/shipped", session).body();
    }
    assertThat(send("GET", "/orders/" + order, session).body())
        .isEqualTo(order + " 2 x sku-0010 for ann, shipped\n");
    assertThat(send("GET", "/metrics", session).body()).contains("orders_kept 1\n");
  }

  @Test
  void pricesAreToldInTheCurrencyAskedFor() throws Exception {
    assertThat(send("GET", "/catalogue/sku-0000", "").body()).isEqualTo("1.99 EUR\n");
    assertThat(send("GET", "/catalogue/sku-0000?currency=USD", "").body()).isEqualTo("2.15 USD\n");
  }

  @Test
  void whatTheCustomerDoesWrongIsAnswered() throws Exception {
    assertThat(send("GET", "/nowhere", "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/orders/17", "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/orders/seventeen", "").statusCode()).isEqualTo(400);
    assertThat(send("GET", "/catalogue/sku-9999", "").statusCode()).isEqualTo(400);
    assertThat(send("POST", "/login", "").statusCode()).isEqualTo(400);
    assertThat(send("POST", "/orders?sku=sku-0001&quantity=1", "old").statusCode()).isEqualTo(401);
    assertThat(send("DELETE", "/orders/1", "").statusCode()).isEqualTo(405);
  }

  @Test
  @Timeout(60)
  void theLoadDriverFindsEveryPage() throws Exception {
    for (long requests = 0; requests < 50; ) { // the first ones load classes
      LoadReport report = LoadDriver.drive(server.address(), 500, 1);
      assertThat(report.requests()).isLessThanOrEqualTo(500);
      assertThat(report.failures()).isZero();
      requests += report.requests();
    }
  }

  @Test
  void aLeakyServiceAnswersTheSame() throws Exception {
    try (Shop leaky = new Shop(EnumSet.allOf(Leak.class));
        ShopServer leakyServer = new ShopServer(leaky, EnumSet.allOf(Leak.class), 0)) {
      assertThat(LoadDriver.drive(leakyServer.address(), 500, 1).failures()).isZero();
    }
  }

  private HttpResponse<String> send(String method, String path, String session)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .method(method, BodyPublishers.noBody())
            .header("X-Session", session)
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}

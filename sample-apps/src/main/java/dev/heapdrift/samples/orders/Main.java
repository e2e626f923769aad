package dev.heapdrift.samples.orders;

import dev.heapdrift.samples.orders.load.LoadDriver;
import dev.heapdrift.samples.orders.load.LoadReport;
import dev.heapdrift.samples.orders.shop.Leak;
import dev.heapdrift.samples.orders.shop.Shop;
import dev.heapdrift.samples.orders.web.ShopServer;
import java.io.IOException;

/** Runs the order service, until it is killed or until the load driver has done its time. */
public final class Main {

  private Main() {}

  /** Starts the service; see {@code --list-leaks} and {@link Arguments#USAGE}. */
  public static void main(String[] args) throws InterruptedException {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (IllegalArgumentException wrong) {
      System.err.println("orders: " + wrong.getMessage());
      System.err.println(Arguments.USAGE);
      System.exit(2);
      return;
    }
    if (arguments.listLeaks()) {
      for (Leak leak : Leak.values()) {
        System.out.printf("%-16s %s%n", leak.id(), leak.summary());
      }
      return;
    }
    try {
      serve(arguments);
    } catch (IOException taken) {
      System.err.println("orders: port " + arguments.port() + ": " + taken.getMessage());
      System.exit(1);
    }
  }

  private static void serve(Arguments arguments) throws IOException, InterruptedException {
    try (Shop shop = new Shop(arguments.leaks());
        ShopServer server = new ShopServer(shop, arguments.leaks(), arguments.port())) {
      System.out.println("orders: serving at " + server.address());
      if (arguments.rate() == 0) {
        Thread.currentThread().join(); // until the process is killed
      }
      LoadReport report = LoadDriver.drive(server.address(), arguments.rate(), arguments.seconds());
      System.out.printf(
          "orders: %d requests in %d s, %d failed%n",
          report.requests(), arguments.seconds(), report.failures());
      System.out.print(shop.metrics());
    }
  }
}

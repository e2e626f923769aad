package dev.heapdrift.benchmarks.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Parses and writes again a document of forty order lines, some four kilobytes. */
final class JacksonWork implements Workload {

  private static final int LINES = 40;

  private final ObjectMapper mapper = new ObjectMapper();
  private final byte[] document = mapper.writeValueAsBytes(Order.sample(4711, LINES));

  JacksonWork() throws IOException {}

  @Override
  public long unit() throws IOException {
    Order order = mapper.readValue(document, Order.class);
    return mapper.writeValueAsBytes(order).length + (long) order.total();
  }
}

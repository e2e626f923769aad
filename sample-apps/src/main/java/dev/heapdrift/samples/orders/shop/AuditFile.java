package dev.heapdrift.samples.orders.shop;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/** Stands for the file: keeps a checksum and a count of the lines, not the lines. */
final class AuditFile {

  private final CRC32 checksum = new CRC32();
  private final AtomicLong lines = new AtomicLong();

  /** Called by one writer at a time. */
  void append(AuditEvent event) {
    String line = event.atMillis() + " " + event.who() + " " + event.what();
    checksum.update(line.getBytes(StandardCharsets.UTF_8));
    lines.incrementAndGet();
  }

  long lines() {
    return lines.get();
  }
}

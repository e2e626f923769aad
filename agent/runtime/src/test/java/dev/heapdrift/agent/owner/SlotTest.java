package dev.heapdrift.agent.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A path that was found once is walked again without a search. */
class SlotTest {
  private final Walker walker = new Walker(Holders.CLASSES);

  @Test
  void leadsToTheContainer() {
    Holders.Tenant tenant = new Holders.Tenant();
    Holders.INSTANCE.tenants.put("again", tenant);
    assertThat(walker.find(tenant.cache).path().resolve()).isSameAs(tenant.cache);
  }

  @Test
  void leadsToTheSuccessorAfterACopyOnWriteSwap() {
    Map<String, String> first = new HashMap<>();
    Map<String, String> second = new HashMap<>(Map.of("k", "v"));
    Holders.swapped = Collections.synchronizedMap(first);
    OwnerPath path = walker.find(first).path();
    Holders.swapped = Collections.synchronizedMap(second);
    assertThat(path.resolve()).isSameAs(second);
  }

  @Test
  void arrayThatIsReplacedAsItGrows() {
    Object[] first = Holders.BOOK.orders;
    OwnerPath path = walker.find(first).path();
    Holders.BOOK.orders = new Object[2 * first.length];
    assertThat(path.resolve()).isSameAs(Holders.BOOK.orders);
  }

  @Test
  void breaksWhereAnObjectOfAnotherClassTookThePlace() {
    Map<String, String> first = new HashMap<>();
    Holders.swapped = Collections.synchronizedMap(first);
    OwnerPath path = walker.find(first).path();
    Holders.swapped = new TreeMap<>();
    assertThat(path.resolve()).isNull();
    Holders.swapped = null;
    assertThat(path.resolve()).isNull();
  }

  @Test
  void breaksWhereTheElementLeft() {
    Holders.Tenant tenant = new Holders.Tenant();
    Holders.INSTANCE.tenants.put("gone", tenant);
    OwnerPath path = walker.find(tenant.cache).path();
    Holders.INSTANCE.tenants.remove("gone");
    assertThat(path.resolve()).isNull();
  }

  @Test
  void breaksWhereTheThreadEnded() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    List<String> values = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              Holders.CONTEXT.set(values);
              started.countDown();
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    started.await();
    OwnerPath path = walker.threads(thread).find(values).path();
    assertThat(path.resolve()).isSameAs(values);
    end.countDown();
    thread.join();
    assertThat(path.resolve()).isNull();
  }
}

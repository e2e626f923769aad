package dev.heapdrift.agent.alloc.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.alloc.SiteTable;
import dev.heapdrift.agent.testkit.Libraries;
import dev.heapdrift.hooks.Allocations;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The classes of all libraries on the test's class path, each defined from bytes that have gone
 * through the hooks, and linked, so that the JVM verifies them.
 */
class OrdinaryClassesIT {
  private static final int ENOUGH = 10_000;

  @Test
  void tenThousandClassesStillLoadAndVerify() throws IOException {
    SiteTable sites = new SiteTable();
    AllocationTransformer transformer =
        new AllocationTransformer(sites, name -> true, loader -> true, null);
    Libraries.Outcome outcome =
        Libraries.link(
            Allocations.class,
            (loader, name, bytes) ->
                transformer.transform(loader.getUnnamedModule(), loader, name, null, null, bytes));

    assertThat(outcome.broken()).isEmpty();
    assertThat(outcome.linked()).isGreaterThanOrEqualTo(ENOUGH);
    Unhooked unhooked = transformer.unhooked();
    assertThat(unhooked.count(Unhooked.Reason.DAMAGED)).isZero();
    assertThat(unhooked.count(Unhooked.Reason.LOST)).isZero();
    assertThat(transformer.hooked()).isGreaterThan(ENOUGH / 4);
    System.out.println(
        "classes linked: "
            + outcome.linked()
            + ", of them hooked: "
            + transformer.hooked()
            + ", at sites: "
            + sites.size()
            + " "
            + unhooked.sentences());
  }
}

package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteTableTest {
  private final SiteTable table = new SiteTable();
  private final ClassLoader loader = getClass().getClassLoader();

  @Test
  void aSiteKeepsItsNumberWhenItsClassIsTransformedAgain() {
    int number = table.add(loader, site("A", 0));

    assertThat(number).isPositive();
    assertThat(table.add(loader, site("A", 0))).isEqualTo(number);
    assertThat(table.get(number)).isEqualTo(site("A", 0));
  }

  @Test
  void classesOfOneNameFromTwoLoadersHaveSitesOfTheirOwn() {
    assertThat(table.add(loader, site("A", 0))).isNotEqualTo(table.add(null, site("A", 0)));
  }

  @Test
  void aLaterAgentGivesOutOtherNumbers() {
    SiteTable later = new SiteTable(5000);

    assertThat(later.add(loader, site("A", 0))).isEqualTo(5000);
    assertThat(later.count()).isEqualTo(1);
    assertThatThrownBy(() -> later.get(4999)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aFullTableGivesNoNumberAndCounts() {
    for (int i = 1; i < SiteTable.MOST; i++) {
      assertThat(table.add(loader, site("A" + i % 1000, i))).isEqualTo(i);
    }
    assertThat(table.add(loader, site("B", 0))).isZero();
    assertThat(table.refused()).isEqualTo(1);
    assertThat(table.add(loader, site("A1", 1))).isEqualTo(1);
  }

  @Test
  void sitesAreFoundByTheirClasses() {
    int first = table.add(loader, site("A", 0));
    table.add(loader, site("B", 0));
    int second = table.add(null, site("A", 1));
    assertThat(table.in(Set.of("A", "C")).stream()).containsExactly(first, second);
  }

  private static AllocationSite site(String className, int ordinal) {
    return new AllocationSite(className, "run", "()V", "A.java", 1, ordinal, "byte[]", false);
  }
}

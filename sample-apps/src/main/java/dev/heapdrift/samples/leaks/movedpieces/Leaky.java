package dev.heapdrift.samples.leaks.movedpieces;

import dev.heapdrift.samples.leaks.Pace;
import java.util.HashMap;
import java.util.Map;

/**
 * A harbour that knows where its ships lie. A ship takes its hash code from its berth, and changes
 * that before it leaves: the map looks for it where it never was.
 */
public final class Leaky {
  private static final Map<Ship, Long> ARRIVALS = new HashMap<>();
  private long tons;
  private long berths;

  private Leaky() {}

  /** 2,000 ships a second come, are moved and leave. */
  public static void main(String[] args) throws InterruptedException {
    Leaky harbour = new Leaky();
    int ships = Pace.of(args).run(2_000, harbour::visit);
    System.out.println(ships + " ships, " + harbour.tons + " tons, " + harbour.berths + " berths");
  }

  private void visit(int turn) {
    Ship ship = new Ship(turn, turn % 97);
    arrive(ship);
    ship.berth += 1_000_000;
    leave(ship);
    tons += ship.tons;
    berths += ship.berth;
  }

  private static void arrive(Ship ship) {
    ARRIVALS.put(ship, System.nanoTime()); // grows: moved-pieces
  }

  private static void leave(Ship ship) {
    ARRIVALS.remove(ship);
  }

  private static final class Ship {
    private final int tons;
    private int berth;

    Ship(int number, int tons) {
      this.berth = number;
      this.tons = tons;
    }

    @Override
    public int hashCode() {
      return berth;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ship ship && ship.berth == berth && ship.tons == tons;
    }
  }
}

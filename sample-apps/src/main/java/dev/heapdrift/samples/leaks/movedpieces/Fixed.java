package dev.heapdrift.samples.leaks.movedpieces;

import dev.heapdrift.samples.leaks.Pace;
import java.util.HashMap;
import java.util.Map;

/** The same harbour; a ship is known by its number, which it keeps. */
public final class Fixed {
  private static final Map<Ship, Long> ARRIVALS = new HashMap<>();
  private long tons;
  private long berths;

  private Fixed() {}

  /** 2,000 ships a second come, are moved and leave. */
  public static void main(String[] args) throws InterruptedException {
    Fixed harbour = new Fixed();
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
    ARRIVALS.put(ship, System.nanoTime());
  }

  private static void leave(Ship ship) {
    ARRIVALS.remove(ship);
  }

  private static final class Ship {
    private final int number;
    private final int tons;
    private int berth;

    Ship(int number, int tons) {
      this.number = number;
      this.berth = number;
      this.tons = tons;
    }

    @Override
    public int hashCode() {
      return number;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ship ship && ship.number == number;
    }
  }
}

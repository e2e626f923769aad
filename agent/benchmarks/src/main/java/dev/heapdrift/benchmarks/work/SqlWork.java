package dev.heapdrift.benchmarks.work;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * H2 in memory, ten thousand rows: a unit inserts, updates, joins with grouping, and deletes, so
 * that the table keeps its size.
 */
final class SqlWork implements Workload {

  private static final int ROWS = 10_000;
  private static final int CUSTOMERS = 200;
  private static final int STATEMENTS = 10;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final PreparedStatement report;
  private final PreparedStatement delete;
  private int next;

  SqlWork() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table customer(id int primary key, name varchar(40))");
      statement.execute(
          "create table orders(id int primary key, customer int, amount double precision,"
              + " note varchar(80))");
      statement.execute("create index by_customer on orders(customer)");
      for (int i = 0; i < CUSTOMERS; i++) {
        statement.execute("insert into customer values(" + i + ", 'customer " + i + "')");
      }
    }
    insert = connection.prepareStatement("insert into orders values(?, ?, ?, ?)");
    update = connection.prepareStatement("update orders set amount = amount + 1 where id = ?");
    report =
        connection.prepareStatement(
            "select c.name, count(*), sum(o.amount) from orders o join customer c"
                + " on c.id = o.customer where o.customer between ? and ? group by c.name");
    delete = connection.prepareStatement("delete from orders where id = ?");
    for (int i = 0; i < ROWS; i++) {
      insertNext();
    }
  }

  private void insertNext() throws SQLException {
    insert.setInt(1, next);
    insert.setInt(2, next % CUSTOMERS);
    insert.setDouble(3, next * 0.5);
    insert.setString(4, "order number " + next);
    insert.executeUpdate();
    next++;
  }

  @Override
  public long unit() throws SQLException {
    long rows = 0;
    for (int i = 0; i < STATEMENTS; i++) {
      insertNext();
      update.setInt(1, next - 1 - i * 7);
      rows += update.executeUpdate();
      delete.setInt(1, next - 1 - ROWS);
      rows += delete.executeUpdate();
    }
    report.setInt(1, next % CUSTOMERS / 2);
    report.setInt(2, next % CUSTOMERS / 2 + 1);
    try (ResultSet found = report.executeQuery()) {
      while (found.next()) {
        rows += found.getLong(2);
      }
    }
    return rows;
  }
}

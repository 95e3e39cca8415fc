package band.civic.clerk.etl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/// Every way to load gives the same content, and a file that SQLite finds no fault with.
class EveryWayTest {

  @Property(tries = 100)
  void gives_the_same_content(@ForAll("rows") List<Anything.Row> rows, @ForAll("pageSizes") int pageSize,
      @ForAll("limits") Limits limits)
      throws SQLException, IOException {
    var expected = load(Way.INSERT, rows, pageSize, limits);
    assertThat(load(Way.WRITE, rows, pageSize, limits)).isEqualTo(expected);
    assertThat(load(Way.TRANSFER, rows, pageSize, limits)).isEqualTo(expected);
  }

  private enum Way {
    INSERT, WRITE, TRANSFER
  }

  private record Outcome(List<String> content, List<String> integrity, List<Long> counts) {}

  private static Outcome load(Way way, List<Anything.Row> rows, int pageSize, Limits limits)
      throws SQLException, IOException {
    var file = Files.createTempFile("anything", ".db");
    try {
      create(file, pageSize);
      var mapper = new Anything(rows);
      var load = BulkLoad.of(mapper.source(), Anything.SHAPE, mapper).withLimits(limits);
      var report = switch (way) {
        case INSERT -> inTransaction(file, connection -> load.insert(connection, "anything"));
        case TRANSFER -> inTransaction(file, connection -> load.transfer(connection, "anything"));
        case WRITE -> load.write(file, "anything");
      };
      try (var connection = open(file)) {
        return new Outcome(Anything.content(connection), Gifts.rows(connection, "PRAGMA integrity_check"),
            List.of(report.lines(), report.stored(), report.repeated(), report.overruled()));
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private interface Loading {
    LoadReport into(Connection connection) throws SQLException;
  }

  private static LoadReport inTransaction(Path file, Loading loading) throws SQLException {
    try (var connection = open(file)) {
      connection.setAutoCommit(false);
      var report = loading.into(connection);
      connection.commit();
      return report;
    }
  }

  private static void create(Path file, int pageSize) throws SQLException {
    try (var connection = open(file)) {
      Anything.create(connection, pageSize);
    }
  }

  private static Connection open(Path file) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    Gifts.execute(connection, "PRAGMA synchronous = OFF");
    return connection;
  }

  @Provide
  Arbitrary<Integer> pageSizes() {
    return Arbitraries.of(512, 1024, 4096, 65_536);
  }

  /// One piece for all, or many pieces of a few rows.
  @Provide
  Arbitrary<Limits> limits() {
    return Arbitraries.of(new Limits(1, 1 << 20, 1 << 20, 1 << 20, 1 << 20), new Limits(2, 64, 2000, 500, 300));
  }

  @Provide
  Arbitrary<List<Anything.Row>> rows() {
    var keys = Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.longs().between(-20, 200)),
        Tuple.of(1, Arbitraries.longs().greaterOrEqual(Long.MIN_VALUE + 1)));
    return Combinators.combine(keys, words(), wholes().injectNull(0.2), fractions().injectNull(0.2), bytes(), either())
        .as(Anything.Row::new)
        .list()
        .ofMaxSize(100);
  }

  private static Arbitrary<@Nullable String> words() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.strings().withCharRange('a', 'c').ofLength(2),
        Arbitraries.integers().between(0, 2500).map("long "::repeat).map(text -> text.substring(text.length() / 2)))
        .injectNull(0.1);
  }

  private static Arbitrary<Long> wholes() {
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.longs().between(-3, 3),
        Arbitraries.integers().between(0, 63).map(bit -> 1L << bit),
        Arbitraries.integers().between(0, 63).map(bit -> -(1L << bit) - 1),
        Arbitraries.integers().between(0, 63).map(bit -> (1L << bit) - 1));
  }

  private static Arbitrary<Double> fractions() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.integers().between(-5, 5).map(i -> (double) i),
        Arbitraries.of(-0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e15,
            140_737_488_355_327.0, 140_737_488_355_328.0, -140_737_488_355_328.0, 9.3e18, -0x1p63, 0x1p63, 0x1p62));
  }

  private static Arbitrary<@Nullable Object> bytes() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(3000).map(value -> (Object) value),
        Arbitraries.strings().ofMaxLength(5).map(value -> (Object) value),
        wholes().map(value -> (Object) value),
        fractions().map(value -> (Object) value)).injectNull(0.1);
  }

  private static Arbitrary<@Nullable Object> either() {
    return Arbitraries.oneOf(
        wholes().map(value -> (Object) value),
        fractions().map(value -> (Object) value),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(5).map(value -> (Object) value)).injectNull(0.1);
  }
}

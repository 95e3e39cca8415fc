package band.civic.clerk.core.store;

import static band.civic.clerk.core.store.Tables.NAME;
import static band.civic.clerk.core.store.Tables.SITES;
import static band.civic.clerk.core.store.Tables.STATUS;
import static band.civic.clerk.core.store.Tables.SUBDOMAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.store.Schema.Step;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;

/// What holds for the registry on every database.
abstract class RegistryContract {

  /// The address of a database that does not exist yet or is empty.
  abstract String newDatabase();

  /// The address of a registry whose schema is the newest.
  String newRegistry() {
    return newDatabase();
  }

  @Test
  void first_use_makes_the_newest_schema() {
    var url = newDatabase();
    try (var schema = Schema.open(url)) {
      assertThat(schema.findVersion()).isEmpty();
    }

    Registry.open(url).close();

    try (var schema = Schema.open(url)) {
      assertThat(schema.findVersion()).hasValue(schema.newestVersion());
      assertThat(schema.problems()).isEmpty();
    }
  }

  @Test
  void an_upgrade_after_first_use_or_after_an_upgrade_does_nothing() {
    var used = newDatabase();
    Registry.open(used).close();
    try (var schema = Schema.open(used)) {
      assertThat(schema.upgrade()).isEmpty();
    }
    try (var schema = Schema.open(newDatabase())) {
      assertThat(schema.upgrade()).containsExactly("1", "2", "3");
      assertThat(schema.upgrade()).isEmpty();
    }
  }

  @Test
  void the_history_tells_each_step() {
    try (var schema = Schema.open(newDatabase())) {
      assertThat(schema.history()).extracting(Step::state).containsOnly("pending");
      assertThat(schema.problems()).isNotEmpty();

      schema.upgrade();

      assertThat(schema.history()).filteredOn(step -> !step.version().equals("-")).last().satisfies(step -> {
        assertThat(step.version()).isEqualTo(String.valueOf(schema.newestVersion()));
        assertThat(step.state()).isEqualTo("installed");
        assertThat(step.installedAt().orElseThrow()).matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z");
      });
    }
  }

  @Test
  void a_schema_of_a_newer_clerk_is_left_alone() {
    var url = newDatabase();
    try (var registry = Registry.open(url)) {
      registry.sql().execute("UPDATE flyway_schema_history SET version = '99'");
    }

    assertThatThrownBy(() -> Registry.open(url)).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("newer clerk (schema 99");
  }

  @Test
  void a_database_of_another_program_is_refused() {
    var url = newDatabase();
    try (var registry = Registry.open(url)) {
      registry.sql().execute("DROP TABLE flyway_schema_history");
    }

    assertThatThrownBy(() -> Registry.open(url)).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("tables of another program");
  }

  @Test
  void several_that_open_it_for_the_first_time_together_all_succeed() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var round = 0; round < 5; round++) {
        var url = newDatabase();
        for (var each : threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> callable(url)).toList())) {
          assertThat(each.get()).isEqualTo(0);
        }
      }
    }
  }

  private static Callable<Integer> callable(String url) {
    return () -> {
      try (var registry = Registry.open(url)) {
        return registry.sql().fetchCount(SITES);
      }
    };
  }

  @Test
  void a_transaction_that_throws_leaves_nothing() {
    try (var registry = Registry.open(newRegistry())) {
      assertThatThrownBy(() -> registry.inTransaction(sql -> {
        insert(sql, "one.ca");
        throw new IllegalStateException("on purpose");
      })).isInstanceOf(IllegalStateException.class).hasMessage("on purpose");

      assertThat(registry.sql().fetchCount(SITES)).isZero();
    }
  }

  @Test
  void a_transaction_inside_another_is_part_of_it() {
    try (var registry = Registry.open(newRegistry())) {
      assertThatThrownBy(() -> registry.inTransaction(outer -> {
        registry.inTransaction(inner -> insert(inner, "one.ca"));
        insert(registry.sql(), "two.ca");
        assertThat(outer.fetchCount(SITES)).isEqualTo(2);
        throw new IllegalStateException("on purpose");
      })).hasMessage("on purpose");

      assertThat(registry.sql().fetchCount(SITES)).isZero();
      registry.inTransaction(sql -> insert(sql, "three.ca"));
      assertThat(registry.sql().fetchCount(SITES)).isEqualTo(1);
    }
  }

  @Test
  void writers_in_threads_and_in_other_processes_wait_for_each_other() throws Exception {
    var url = newRegistry();
    try (var one = Registry.open(url);
        var other = Registry.open(url);
        var threads = Executors.newFixedThreadPool(8)) {
      insert(one.sql(), "count.ca");
      one.sql().update(SITES).set(NAME, "0").execute();
      var done = threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> increment(i % 2 == 0 ? one : other)).toList());
      for (var each : done) {
        each.get();
      }
      assertThat(one.sql().select(NAME).from(SITES).fetchOne(NAME)).isEqualTo("40");
    }
  }

  private static Callable<Integer> increment(Registry registry) {
    return () -> registry.inTransaction(sql -> sql.execute(
        "UPDATE sites SET name = CAST(CAST(name AS INTEGER) + 1 AS VARCHAR(9))"));
  }

  @Test
  void booleans_are_0_or_1_and_false_at_first() {
    try (var registry = Registry.open(newRegistry())) {
      insert(registry.sql(), "one.ca");

      assertThat(registry.sql().fetch("SELECT subdomain FROM sites WHERE has_finance_data = 1")).isEmpty();
      assertThat(registry.sql().fetch("SELECT subdomain FROM sites WHERE has_finance_data = 0")).hasSize(1);
      assertThatThrownBy(() -> registry.sql().execute("UPDATE sites SET has_finance_data = 2"))
          .isInstanceOf(IntegrityConstraintViolationException.class);
    }
  }

  @Test
  void text_is_never_sql() {
    var text = "'; DROP TABLE sites; --";
    try (var registry = Registry.open(newRegistry())) {
      insert(registry.sql(), "one.ca");

      assertThat(registry.sql().update(SITES).set(STATUS, text).where(SUBDOMAIN.eq(text)).execute()).isZero();
      assertThat(registry.sql().update(SITES).set(STATUS, text).where(SUBDOMAIN.eq("one.ca")).execute()).isOne();
      assertThat(registry.sql().select(STATUS).from(SITES).fetch(STATUS)).isEqualTo(List.of(text));
    }
  }

  static int insert(DSLContext sql, String subdomain) {
    return sql
        .execute("INSERT INTO sites (subdomain, name, state, country, kind, status, extra, created_at, updated_at) "
            + "VALUES (?, 'N', 'CA', 'US', 'city', 'new', '{}', '', '')", subdomain);
  }
}

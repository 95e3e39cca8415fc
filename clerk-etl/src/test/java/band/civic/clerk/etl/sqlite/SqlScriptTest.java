package band.civic.clerk.etl.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {

  @Test
  void a_statement_ends_with_a_semicolon_at_the_end_of_a_line() {
    var script = SqlScript.of("""
                              -- a heading
                              INSERT INTO t VALUES ('a; b');
                              SELECT 1,
                                2;

                              -- nothing after this
                              """);

    assertThat(script.statements()).hasSize(2);
    assertThat(script.statements().getFirst()).endsWith("('a; b')");
    assertThat(script.statements().getLast()).isEqualTo("SELECT 1,\n  2");
  }
}

package band.civic.clerk.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SqliteFiringTest extends FiringContract {
  private String url = "";

  @Override
  String newRegistry(Path directory) {
    url = "jdbc:sqlite:" + directory.resolve("civic.db");
    return url;
  }

  @Override
  String url() {
    return url;
  }

  @Test
  void the_next_sites_are_read_in_order_from_one_index() {
    assertThat(office.rows("EXPLAIN QUERY PLAN SELECT subdomain FROM site_datasets WHERE data_type = 'finance' "
        + "AND enabled = 1 AND coalesce(next_due_at, '') <= '2026' ORDER BY coalesce(next_due_at, ''), subdomain"))
        .singleElement()
        .asString()
        .contains("idx_site_datasets_due");
  }
}

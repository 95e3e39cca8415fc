package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.electionfinance.netfile.format.RawKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE UNDER TEST: the site API's poorer rows are kept with what they have (netfile 1.3).
class F14_SiteApiTest {

  @TempDir
  Path directory;

  @Test
  void rows_join_the_filings_that_the_site_lists() throws Exception {
    try (var silver = new SilverRun(directory).file(RawKind.SITES_TRANSACTIONS, "transactions.json", """
        {"items":[{"id":"1","filingId":"900","filerName":"*Friends of Nobody","date":"2026-02-03T00:00:00",\
        "amount":125.5,"transactionType":"F460A","schedule":"A","name":"Sample, Ada","vendor":null,\
        "address":"1 CANARY ST, Alameda, CA 94501","spendingCode":null,"employer":"Example Works","occupation":"Maker"}],\
        "pageSize":1000,"currentPage":1,"pageCount":1,"totalCount":1,"hasNextPage":false,"hasPreviousPage":false}""")
        .file(RawKind.SITES_FILINGS, "filings.json", """
            {"filings":[{"id":"900","formId":"x","formName":"FPPC Form 460","filerName":"*Friends of Nobody",\
            "filingDate":"2026-03-01T10:00:00","sequenceNumber":0,"reportNumber":"","periodStart":"2026-01-01T00:00:00",\
            "periodEnd":"2026-02-28T00:00:00","obfuscatedId":"abc"}],"totalCount":0}""")
        .run()) {
      assertThat(silver.rows("SELECT filer_key, form_type, tx_date, amount_cents, counterparty, city, zip5, employer, "
          + "coalesce(not_counted_reason, 'counts') FROM transactions")).isEqualTo(
              "1:name:friends-of-nobody | A | 2026-02-03 | 12550 | Sample, Ada | Alameda | 94501 | Example Works | counts\n");
      assertThat(silver.rows("SELECT filing_id, form, period_start, period_end FROM filings"))
          .isEqualTo("900 | F460 | 2026-01-01 | 2026-02-28\n");
      assertThat(silver.rows("SELECT name, is_active FROM filers")).isEqualTo("Friends of Nobody | 1\n");
      assertThat(silver.rows("SELECT raw_json FROM transactions")).doesNotContainIgnoringCase("canary");
    }
  }
}

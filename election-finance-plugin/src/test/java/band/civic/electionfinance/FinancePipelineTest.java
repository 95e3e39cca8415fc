package band.civic.electionfinance;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.Site.Agency;
import band.civic.clerk.testkit.task.TestSite;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinancePipelineTest {

  @Test
  void a_site_is_served_when_a_person_accepted_an_agency_for_it() {
    var town = TestSite.of("town.ca");
    var agency = new Agency("netfile", 12, "TWN", "Town, City of", "own", "", Optional.empty(), Optional.empty());

    assertThat(new FinancePipeline().supports(town.withAgencies(List.of(agency)))).isTrue();
    assertThat(new FinancePipeline().supports(town)).as("there is nothing to read for it").isFalse();
  }
}

package band.civic.fec;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.fec.FecSite.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FecPipelineTest {
  private final FecPipeline pipeline = new FecPipeline();

  @Test
  void the_nation_is_served_by_itself() {
    assertThat(pipeline.supports(new Place("us", "United States", "US", "nation", Map.of()))).isTrue();
  }

  @Test
  void a_city_or_state_is_served_by_itself_when_its_site_file_asks_for_it_and_else_not() {
    assertThat(pipeline.supports(city(Map.of()))).isFalse();
    assertThat(pipeline.supports(city(Map.of("fec", "false")))).isFalse();
    assertThat(pipeline.supports(city(Map.of("fec", "true")))).isTrue();
    assertThat(pipeline.supports(city(Map.of("fec.zips", "94501")))).isTrue();
  }

  private static Place city(Map<String, String> extra) {
    return new Place("alameda.ca", "Alameda", "CA", "city", extra);
  }
}

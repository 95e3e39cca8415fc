package band.civic.electionfinance.netfile.campaign;

import band.civic.electionfinance.netfile.JsonText;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// One page of the Campaign API.
///
/// @param url where it came from
/// @param receivedAt when, UTC
/// @param rows without their private fields
/// @param total how many rows there are in all; -1 when it is not said
/// @param hasNext whether more follow
public record CampaignPage(URI url, Instant receivedAt, List<Row> rows, int total, boolean hasNext) {

  public CampaignPage {
    rows = List.copyOf(rows);
  }

  /// @param id tells it apart
  /// @param year of its calculated date; 0 when it has none
  /// @param filing the filing it belongs to; empty for a filer
  /// @param filer the filer it belongs to
  /// @param json as NetFile wrote it, without private fields
  public record Row(String id, int year, String filing, String filer, JsonText json) {}
}

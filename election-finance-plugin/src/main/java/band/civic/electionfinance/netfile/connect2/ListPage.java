package band.civic.electionfinance.netfile.connect2;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// One page of a list, as bytes, and what the walk must know of it.
public final class ListPage {
  private final URI url;
  private final Instant receivedAt;
  private final byte[] bytes;
  private final Rows rows;

  ListPage(URI url, Instant receivedAt, byte[] bytes, Rows rows) {
    this.url = url;
    this.receivedAt = receivedAt;
    this.bytes = bytes;
    this.rows = rows;
  }

  /// @param total how many rows the list has in all, when the page says so
  /// @param pages how many pages, when the page says so
  /// @param keys what tells its rows apart, in their order
  /// @param filings filings that its rows belong to
  /// @param filers filers that its rows belong to, by local id
  /// @param agencies numbers of the agencies that its rows name
  public record Rows(OptionalInt total, OptionalInt pages, List<String> keys, Set<String> filings, Set<String> filers,
      Set<Integer> agencies) {}

  public URI url() {
    return url;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /// As NetFile sent it; not a copy.
  public byte[] bytes() {
    return bytes;
  }

  public Rows rows() {
    return rows;
  }
}

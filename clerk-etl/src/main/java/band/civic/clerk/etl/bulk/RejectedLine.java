package band.civic.clerk.etl.bulk;

import java.nio.charset.StandardCharsets;

/// A line that was not stored, kept as it stands in the source.
public final class RejectedLine {
  private final String source;
  private final long line;
  private final String reason;
  private final byte[] raw;

  RejectedLine(String source, long line, String reason, byte[] raw) {
    this.source = source;
    this.line = line;
    this.reason = reason;
    this.raw = raw;
  }

  /// The file, or the zip and its member: `indiv20.zip!itcont.txt`.
  public String source() {
    return source;
  }

  /// The number of the line, from 1.
  public long line() {
    return line;
  }

  /// What is wrong with it, in words for a person.
  public String reason() {
    return reason;
  }

  /// Its bytes without the line feed.
  public byte[] raw() {
    return raw.clone();
  }

  @Override
  public String toString() {
    return source + " line " + line + ": " + reason + ": " + new String(raw, StandardCharsets.UTF_8);
  }
}

package band.civic.fec.extract.api;

import java.util.Locale;
import java.util.Map;

/// How far a series was read.
///
/// @param key of the series
/// @param status how it stands
/// @param mode of the last walk
/// @param since the load date, receipt date or image number that the walk begins at; empty for all
/// @param cursor where an open walk goes on
/// @param watermark the highest load date of complete walks that is not in the future; empty before the first
/// @param highest the same, of the walk that is open
/// @param readThrough the day on which the last complete walk began: what was loaded before is here; empty before the first
/// @param fullDue whether an amendment took the place of rows, so that the next walk is a full one
/// @param pages of the last walk
/// @param reason why it is incomplete or left to the bulk files
/// @param startedAt when the walk began
/// @param finishedAt when a walk last ended; empty before
record SeriesState(SeriesKey key, Status status, Mode mode, String since, Map<String, String> cursor,
    String watermark, String highest, String readThrough, boolean fullDue, int pages, String reason,
    String startedAt, String finishedAt) {

  private static final int DAY = 10;

  enum Status {
    /// A walk was begun and not ended.
    OPEN,
    /// The last walk saw everything.
    COMPLETE,
    /// The last walk saw less than there is: nothing was retired, it will be walked again.
    INCOMPLETE,
    /// Too much for the API.
    LEFT_TO_BULK;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Mode {
    /// Everything there is: what is not seen is gone.
    FULL,
    /// What is new since a point.
    SINCE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  SeriesState {
    cursor = Map.copyOf(cursor);
  }

  /// One that was never walked.
  static SeriesState unknown(SeriesKey key) {
    return new SeriesState(key, Status.INCOMPLETE, Mode.FULL, "", Map.of(), "", "", "", false, 0, "never read", "", "");
  }

  /// A walk begins.
  SeriesState begun(Mode newMode, String from, String now) {
    return new SeriesState(key, Status.OPEN, newMode, from, Map.of(), watermark, "", readThrough,
        newMode == Mode.SINCE && fullDue, 0, "", now, finishedAt);
  }

  /// A page was stored.
  SeriesState after(Map<String, String> next, String highestSeen, boolean isFullDue) {
    return new SeriesState(key, Status.OPEN, mode, since, next, watermark, highestSeen, readThrough,
        fullDue || isFullDue, pages + 1, "", startedAt, finishedAt);
  }

  /// Everything was seen.
  SeriesState completed(String now) {
    var higher = highest.compareTo(watermark) > 0 ? highest : watermark;
    return new SeriesState(key, Status.COMPLETE, mode, since, Map.of(), higher, "", startedAt.substring(0, DAY),
        fullDue,
        pages, "", startedAt, now);
  }

  /// It ended otherwise; the next walk begins anew.
  SeriesState ended(Status how, String why) {
    return new SeriesState(key, how, mode, since, Map.of(), watermark, "", readThrough, fullDue, pages, why,
        startedAt, finishedAt);
  }

  boolean wasEverComplete() {
    return !readThrough.isEmpty();
  }
}

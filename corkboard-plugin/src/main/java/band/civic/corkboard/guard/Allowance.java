package band.civic.corkboard.guard;

/// How much a caller may ask for. Zero means as much as they like.
///
/// @param dataPerMinute requests for data (JSON, CSV, SQL) a minute without a key
/// @param pagesPerMinute requests for pages a minute without a key
/// @param keyPerMinute requests a minute with a key
/// @param rows most rows of an answer without a key
/// @param searchLength most characters of a search
public record Allowance(int dataPerMinute, int pagesPerMinute, int keyPerMinute, int rows, int searchLength) {

  public static Allowance none() {
    return new Allowance(0, 0, 0, 0, 0);
  }
}

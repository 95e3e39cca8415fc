package band.civic.corkboard.guard;

/// How much a caller may ask for. Zero means as much as they like.
///
/// @param dataPerMinute requests for data (JSON, CSV, SQL) a minute without a key
/// @param pagesPerMinute requests for pages a minute without a key
/// @param keyPerMinute requests a minute with a key
/// @param rows most rows of an answer without a key
/// @param searchLength most characters of a search
/// @param cpuSeconds seconds of processor time a minute without a key; with one, three times as many
public record Allowance(int dataPerMinute, int pagesPerMinute, int keyPerMinute, int rows, int searchLength,
    int cpuSeconds) {

  public static Allowance none() {
    return new Allowance(0, 0, 0, 0, 0, 0);
  }

  public Allowance withCpuSeconds(int other) {
    return new Allowance(dataPerMinute, pagesPerMinute, keyPerMinute, rows, searchLength, other);
  }
}

package band.civic.clerk.etl.bulk.format;

/// Where new pages of a database go.
public interface PageSink {

  /// How many bytes a page has. No bytes are reserved at its end.
  int pageSize();

  /// Appends a page, which is copied, and returns its number.
  int add(byte[] page);

  /// Writes the page of a number that exists already: the root of a b-tree.
  void put(int number, byte[] page);

  /// Gives a page back that was added and is not needed.
  void free(int number);
}

package band.civic.clerk.etl.bulk.text;

/// Some whole lines of the text, in an array that is used again for the next ones.
public final class Chunk {
  byte[] bytes;
  int length;
  int index;
  long firstLine;
  int lines;

  Chunk(int capacity) {
    this.bytes = new byte[capacity + Words.SLACK];
  }

  /// Its place among the chunks of the text, from 0.
  public int index() {
    return index;
  }

  /// The number of its first line, from 1.
  public long firstLine() {
    return firstLine;
  }

  /// How many lines it has, blank ones included.
  public int lines() {
    return lines;
  }

  /// How many bytes it has, line ends included.
  public int length() {
    return length;
  }

  int capacity() {
    return bytes.length - Words.SLACK;
  }
}

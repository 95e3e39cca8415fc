package band.civic.clerk.etl.bulk.text;

/// What a line of the text must look like. There is no quoting: a quotation mark is data.
///
/// @param delimiter the one byte between fields
/// @param fields how many fields every line has
/// @param trailingEmpty whether one more field is tolerated when it is empty (a delimiter at the end of the line)
public record LineShape(char delimiter, int fields, boolean trailingEmpty) {

  public LineShape {
    if (delimiter > 127 || delimiter == '\n' || fields < 1) {
      throw new IllegalArgumentException("No shape of lines: " + (int) delimiter + ", " + fields);
    }
  }

  public static LineShape of(char delimiter, int fields) {
    return new LineShape(delimiter, fields, false);
  }

  public LineShape withTrailingEmpty() {
    return new LineShape(delimiter, fields, true);
  }
}

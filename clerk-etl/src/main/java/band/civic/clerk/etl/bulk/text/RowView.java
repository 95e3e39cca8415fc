package band.civic.clerk.etl.bulk.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One line, seen in the bytes of its chunk: nothing is copied, and the view shows another line after the call it was
/// given to. Fields are counted from 0. A carriage return before the line end belongs to the line and its hash, but to
/// no field.
///
/// A line that is not valid UTF-8 is read as windows-1252 as a whole.
public final class RowView {
  /// What [#number(int)], [#cents(int)] and [#date(int)] give when the field says no such thing.
  public static final long NONE = Long.MIN_VALUE;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final LineShape shape;
  private final long delimiters;
  private final int[] ends;
  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private int fieldsEnd;
  private int next;
  private int chunkEnd;
  private long line;
  private int fields;
  private boolean hashed;
  private int encoding; // 1 UTF-8, -1 another, 0 not looked at yet
  private long hash;

  public RowView(LineShape shape) {
    this.shape = shape;
    this.delimiters = Words.pattern(shape.delimiter());
    this.ends = new int[shape.fields() + 1];
  }

  /// Starts before the first line of the chunk.
  public void enter(Chunk chunk) {
    bytes = chunk.bytes;
    next = 0;
    chunkEnd = chunk.length;
    line = chunk.firstLine - 1;
  }

  /// Goes to the next line, blank ones included. False: there is none.
  public boolean advance() {
    if (next >= chunkEnd) {
      return false;
    }
    start = next;
    end = Words.indexOf(bytes, start, chunkEnd, '\n');
    fieldsEnd = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    next = end + 1;
    line++;
    fields = -1;
    hashed = false;
    encoding = 0;
    return true;
  }

  /// Whether the line has no byte at all.
  public boolean isBlank() {
    return fieldsEnd == start;
  }

  /// Whether the line has as many fields as its shape asks for.
  public boolean isWhole() {
    var wanted = shape.fields();
    return fields() == wanted || (fields == wanted + 1 && shape.trailingEmpty() && isEmpty(wanted));
  }

  /// How many fields the line has, counted to one more than the tolerated number.
  public int fields() {
    if (fields < 0) {
      split();
    }
    return fields;
  }

  /// The number of the line in its text, from 1.
  public long line() {
    return line;
  }

  /// A hash of all bytes of the line. Not for keeping secrets, and for comparing lines of one key only.
  public long hash() {
    if (!hashed) {
      hash = LineHash.of(bytes, start, end);
      hashed = true;
    }
    return hash;
  }

  /// The line as it stands in the text, without its line feed.
  public byte[] copyLine() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /// How the line is to be read: UTF-8, or windows-1252 when it is not that.
  public Charset charset() {
    return isUtf8() ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  /// Whether the bytes of every field are valid UTF-8 as they are.
  public boolean isUtf8() {
    if (encoding == 0) {
      var valid = LineHash.isAscii(bytes, start, end) || Utf8.isValid(bytes, start, end);
      encoding = valid ? 1 : -1;
    }
    return encoding > 0;
  }

  /// The array in which the fields stand, from [#start(int)] to [#end(int)]. Not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  public int start(int field) {
    fields();
    return field == 0 ? start : ends[field - 1] + 1;
  }

  public int end(int field) {
    fields();
    return ends[field];
  }

  public boolean isEmpty(int field) {
    var to = end(field);
    return to == start(field);
  }

  public String text(int field) {
    var to = end(field);
    return new String(bytes, start(field), to - start(field), charset());
  }

  /// The field as a whole number, or [#NONE].
  public long number(int field) {
    var to = end(field);
    return FieldValues.number(bytes, start(field), to);
  }

  /// The last field of a whole line as a number, or [#NONE]; found without looking at the others.
  public long lastNumber() {
    var from = fieldsEnd;
    while (from > start && bytes[from - 1] != shape.delimiter()) {
      from--;
    }
    return FieldValues.number(bytes, from, fieldsEnd);
  }

  /// An amount with at most two decimals in hundredths, or [#NONE]: `12.5` is 1250.
  public long cents(int field) {
    var to = end(field);
    return FieldValues.cents(bytes, start(field), to);
  }

  /// A date written MMDDYYYY or MM/DD/YYYY as the number YYYYMMDD, or [#NONE] when there is no such day.
  public long date(int field) {
    var to = end(field);
    return FieldValues.date(bytes, start(field), to);
  }

  private void split() {
    var count = 0;
    for (var at = start; at < fieldsEnd; at += 8) {
      var marks = Words.marks(Words.at(bytes, at), delimiters);
      while (marks != 0) {
        var found = at + Words.first(marks);
        marks &= marks - 1;
        if (found >= fieldsEnd) {
          break;
        }
        if (count < ends.length) {
          ends[count] = found;
        }
        count++;
      }
    }
    if (count < ends.length) {
      ends[count] = fieldsEnd;
    }
    fields = Math.min(count, ends.length) + 1;
  }
}

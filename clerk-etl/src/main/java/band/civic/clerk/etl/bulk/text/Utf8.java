package band.civic.clerk.etl.bulk.text;

/// Tells valid UTF-8 from other bytes, as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
final class Utf8 {

  private Utf8() {}

  static boolean isValid(byte[] bytes, int from, int to) {
    var at = from;
    while (at < to) {
      var length = length(bytes[at] & 0xff);
      if (length == 0 || at + length > to || !isSequence(bytes, at, length)) {
        return false;
      }
      at += length;
    }
    return true;
  }

  private static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xc2) {
      return 0;
    }
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  }

  private static boolean isSequence(byte[] bytes, int at, int length) {
    for (var i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return false;
      }
    }
    var first = bytes[at] & 0xff;
    var second = length > 1 ? bytes[at + 1] & 0xff : 0;
    return switch (first) {
      case 0xe0 -> second >= 0xa0;
      case 0xed -> second < 0xa0;
      case 0xf0 -> second >= 0x90;
      case 0xf4 -> second < 0x90;
      default -> true;
    };
  }
}

package band.civic.electionfinance.netfile.format;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// In which encoding a text file is written: UTF-8 when all of it is, else windows-1252, in which anything can be read.
final class CsvText {
  static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int BLOCK = 1 << 16;

  private CsvText() {}

  static Charset charsetOf(Path file) {
    try (var channel = Files.newByteChannel(file)) {
      var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
      var bytes = ByteBuffer.allocate(BLOCK);
      var chars = CharBuffer.allocate(BLOCK);
      for (var end = false; !end;) {
        end = channel.read(bytes) < 0;
        bytes.flip();
        if (decoder.decode(bytes, chars, end).isError()) {
          return WINDOWS;
        }
        bytes.compact();
        chars.clear();
      }
      return StandardCharsets.UTF_8;
    } catch (IOException e) {
      throw new BadSourceData(file.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
  }
}

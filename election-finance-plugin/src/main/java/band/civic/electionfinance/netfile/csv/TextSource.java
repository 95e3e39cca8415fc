package band.civic.electionfinance.netfile.csv;

import band.civic.clerk.spi.ClerkException.BadSourceData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text that can be opened again and again. It is UTF-8 when all of it is, else windows-1252, in which anything can be
/// read.
public final class TextSource {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int BLOCK = 1 << 16;

  private final String name;
  private final Opener opener;
  private final Charset charset;

  private interface Opener {
    InputStream open() throws IOException;
  }

  private TextSource(String name, Opener opener) {
    this.name = name;
    this.opener = opener;
    this.charset = detectCharset();
  }

  /// @throws BadSourceData when the file cannot be read
  public static TextSource of(Path file) {
    return new TextSource(file.getFileName().toString(), () -> Files.newInputStream(file));
  }

  /// @param name for messages
  public static TextSource of(String name, byte[] bytes) {
    return new TextSource(name, () -> new ByteArrayInputStream(bytes));
  }

  public String name() {
    return name;
  }

  Charset charset() {
    return charset;
  }

  InputStream open() {
    try {
      return opener.open();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  BadSourceData unreadable(Exception cause) {
    return new BadSourceData(name + " cannot be read: " + cause.getMessage(), cause);
  }

  private Charset detectCharset() {
    try (var channel = Channels.newChannel(open())) {
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
      throw unreadable(e);
    }
  }
}

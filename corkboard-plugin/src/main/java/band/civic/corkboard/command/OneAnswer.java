package band.civic.corkboard.command;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Answer.Body;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.web.Responder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// `--get`: one answer without a server.
final class OneAnswer {
  private final Responder responder;

  OneAnswer(Responder responder) {
    this.responder = responder;
  }

  /// Writes what that address answers.
  ///
  /// @param address a path with its query string
  /// @return 0 when the answer was a success
  int write(String address, OutputStream out) throws IOException {
    int mark = address.indexOf('?');
    var path = mark < 0 ? address : address.substring(0, mark);
    var args = Args.parse(mark < 0 ? "" : address.substring(mark + 1));
    var headers = Map.of("host", "localhost");
    var caller = new Call.Caller("127.0.0.1", name -> Optional.ofNullable(headers.get(name)));
    var answer = responder.answer(
        new Call("GET", path.startsWith("/") ? path : "/" + path, "", args, "http://localhost", caller));
    write(answer, out);
    return answer.status() == 200 ? 0 : 1;
  }

  private static void write(Answer answer, OutputStream out) throws IOException {
    switch (answer.body()) {
      case Body.Bytes bytes -> out.write(bytes.bytes());
      case Body.Stream stream -> stream.source().writeTo(out);
      case Body.Events _ -> out.write("An event stream: ask a running server.".getBytes(StandardCharsets.UTF_8));
    }
    out.write('\n');
    out.flush();
  }
}

package band.civic.corkboard.web;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Answer.Body;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Turns the server's requests into calls and answers into its responses.
final class CallHandler extends Handler.Abstract {
  private final Responder responder;
  private final EventStreams events;

  CallHandler(Responder responder, EventStreams events) {
    this.responder = responder;
    this.events = events;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answer answer;
    try {
      answer = responder.answer(call(request));
    } catch (Failure unreadable) {
      answer = Answer.text(Answer.TEXT, String.join("; ", unreadable.errors())).withStatus(unreadable.status());
    }
    send(answer, request, response, callback);
    return true;
  }

  private static Call call(Request request) {
    var uri = request.getHttpURI();
    var path = Optional.ofNullable(uri.getPath()).filter(p -> p.startsWith("/")).orElse("/");
    var args = Args.parse(Optional.ofNullable(uri.getQuery()).orElse(""));
    var host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("localhost");
    var caller = new Call.Caller(Request.getRemoteAddr(request),
        name -> Optional.ofNullable(request.getHeaders().get(name)));
    return new Call(request.getMethod(), path, "", args, "http://" + host, caller);
  }

  private void send(Answer answer, Request request, Response response, Callback callback) {
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, oneLine(value)));
    boolean head = request.getMethod().equals("HEAD");
    switch (answer.body()) {
      case Body.Bytes bytes -> {
        if (answer.status() != 304) {
          response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.bytes().length);
        }
        response.write(true, head ? null : ByteBuffer.wrap(bytes.bytes()), callback);
      }
      case Body.Stream stream -> stream(stream, head, response, callback);
      case Body.Events _ when head -> response.write(true, null, callback);
      case Body.Events wanted -> events.start(wanted, response, callback);
    }
  }

  private static void stream(Body.Stream stream, boolean head, Response response, Callback callback) {
    if (head) {
      response.write(true, null, callback);
      return;
    }
    // closed only when all is written: an end would say that this was the whole
    var out = new BufferedOutputStream(Content.Sink.asOutputStream(response), 1 << 16);
    try {
      stream.source().writeTo(out);
      out.close();
    } catch (Failure refused) {
      refuse(refused, response, callback);
      return;
    } catch (IOException | RuntimeException broken) {
      callback.failed(broken);
      return;
    }
    callback.succeeded();
  }

  private static void refuse(Failure refused, Response response, Callback callback) {
    if (response.isCommitted()) {
      callback.failed(refused);
      return;
    }
    response.reset();
    response.setStatus(refused.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.TEXT);
    if (refused.status() == 503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    response.write(true, ByteBuffer.wrap(String.join("; ", refused.errors()).getBytes(StandardCharsets.UTF_8)),
        callback);
  }

  /// A header is one line of characters that headers may have.
  private static String oneLine(String value) {
    var text = new StringBuilder(value.length());
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 32 && b < 127) {
        text.append((char) b);
      } else {
        text.append(String.format("%%%02X", b & 255));
      }
    }
    return text.toString();
  }
}

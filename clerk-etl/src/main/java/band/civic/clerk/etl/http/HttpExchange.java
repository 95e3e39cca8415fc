package band.civic.clerk.etl.http;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/// One call with OkHttp, whole body, watched for cancellation.
final class HttpExchange implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;
  private static final long CHUNK = 64 * 1024;

  private final HttpPolicy policy;
  private final Waiting waiting;
  private final OkHttpClient client;

  HttpExchange(HttpPolicy policy, Waiting waiting) {
    this.policy = policy;
    this.waiting = waiting;
    this.client = new OkHttpClient.Builder().dispatcher(new Dispatcher(Executors.newVirtualThreadPerTaskExecutor()))
        .cookieJar(new MemoryCookies())
        .connectTimeout(policy.connectTimeout())
        .readTimeout(policy.readTimeout())
        .callTimeout(policy.callTimeout())
        .retryOnConnectionFailure(false)
        .build();
  }

  /// A body above [HttpPolicy#maxBytes()].
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  HttpAnswer call(HttpAsk ask) throws IOException {
    var call = client.newCall(request(ask));
    var answer = new CompletableFuture<HttpAnswer>();
    call.enqueue(new Callback() {
      @Override
      public void onFailure(Call failed, IOException e) {
        answer.completeExceptionally(e);
      }

      @Override
      public void onResponse(Call answered, Response response) {
        try (response) {
          answer.complete(read(ask, response));
        } catch (IOException | RuntimeException e) {
          answer.completeExceptionally(e);
        }
      }
    });
    return await(call, answer);
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private HttpAnswer await(Call call, CompletableFuture<HttpAnswer> answer) throws IOException {
    try {
      while (!answer.isDone()) {
        look(answer);
      }
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClerkException.Cancelled("interrupted while " + call.request().url().host() + " was answering");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (!answer.isDone()) {
        call.cancel();
      }
    }
  }

  private void look(CompletableFuture<HttpAnswer> answer) throws InterruptedException, ExecutionException {
    try {
      answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      waiting.checkCancelled();
    }
  }

  private HttpAnswer read(HttpAsk ask, Response response) throws IOException {
    var limit = ask.firstBytes().orElse(policy.maxBytes() + 1);
    var buffer = new Buffer();
    var source = response.body().source();
    var more = true;
    while (more && buffer.size() < limit) {
      more = source.read(buffer, Math.min(CHUNK, limit - buffer.size())) >= 0;
    }
    if (buffer.size() > policy.maxBytes()) {
      throw new TooLarge();
    }
    return new HttpAnswer(ask.url(), response.code(), headers(response), buffer.readByteArray(), waiting.now());
  }

  private Request request(HttpAsk ask) {
    var request = new Request.Builder().url(ask.url().toString()).header("User-Agent", policy.userAgent());
    ask.headers().forEach(request::header);
    return request.method(ask.method(), ask.body().map(HttpExchange::body).orElse(null)).build();
  }

  private static RequestBody body(HttpAsk.Body body) {
    return RequestBody.create(body.text(), MediaType.get(body.mediaType()));
  }

  private static Map<String, String> headers(Response response) {
    var headers = new HashMap<String, String>();
    response.headers()
        .forEach(header -> headers.put(header.getFirst().toLowerCase(Locale.ROOT), header
            .getSecond()));
    return headers;
  }
}

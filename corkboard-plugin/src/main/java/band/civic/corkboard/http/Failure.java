package band.civic.corkboard.http;

import java.util.List;
import java.util.Map;

/// An answer that is an error: its status, what the reader is told, and what else the error body carries.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<String> errors;
  private final transient Map<String, Object> context;

  public Failure(int status, List<String> errors, Map<String, Object> context) {
    // a stack trace would cost more than the answer and says nothing to anybody
    super(String.join("; ", errors), null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
    this.context = Map.copyOf(context);
  }

  private Failure(int status, String error) {
    this(status, List.of(error), Map.of());
  }

  public static Failure notFound(String error) {
    return new Failure(404, error);
  }

  public static Failure badRequest(String error) {
    return new Failure(400, error);
  }

  public static Failure forbidden(String error) {
    return new Failure(403, error);
  }

  public static Failure unavailable(String error) {
    return new Failure(503, error);
  }

  /// An error of SQL that a reader wrote: the body also carries the rows it could not give.
  public static Failure sql(String error) {
    return new Failure(400, List.of(error), Map.of("rows", List.of(), "truncated", false));
  }

  public static Failure of(int status, String error) {
    return new Failure(status, error);
  }

  public int status() {
    return status;
  }

  public List<String> errors() {
    return errors;
  }

  /// Further keys of the error body.
  public Map<String, Object> context() {
    return context;
  }
}

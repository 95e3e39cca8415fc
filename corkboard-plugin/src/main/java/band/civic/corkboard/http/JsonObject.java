package band.civic.corkboard.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What JSON shows as an object.
public interface JsonObject {

  /// Its keys and values in order.
  Map<String, ? extends @Nullable Object> toMap();
}

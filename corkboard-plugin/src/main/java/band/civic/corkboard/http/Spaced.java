package band.civic.corkboard.http;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;

/// JSON on one line with a space after every colon and comma, as the documentation shows lines.
final class Spaced extends MinimalPrettyPrinter {
  private static final long serialVersionUID = 1L;

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator out) {
    out.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) {
    out.writeRaw(", ");
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator out) {
    out.writeRaw(", ");
  }
}

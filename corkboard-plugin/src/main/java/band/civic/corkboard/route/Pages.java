package band.civic.corkboard.route;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.page.Frame;
import band.civic.corkboard.page.Templates;
import gg.jte.html.HtmlTemplateOutput;
import java.util.function.Consumer;

/// HTML answers with the headers that every page has.
public final class Pages {
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
      + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

  private Pages() {}

  public static Answer answer(Frame frame, Consumer<HtmlTemplateOutput> template) {
    return headed(frame, POLICY, template);
  }

  /// A page that other people's pages may show in a frame.
  static Answer embedded(Frame frame, Consumer<HtmlTemplateOutput> template) {
    return headed(frame, POLICY.replace("frame-ancestors 'self'", "frame-ancestors *"), template);
  }

  private static Answer headed(Frame frame, String policy, Consumer<HtmlTemplateOutput> template) {
    var page = Templates.page(template)
        .with("content-security-policy", policy)
        .with("x-content-type-options", "nosniff")
        .with("referrer-policy", "no-referrer");
    return frame.json()
        .map(j -> page.with("link", "<" + j + ">; rel=\"alternate\"; type=\"application/json+datasette\""))
        .orElse(page);
  }
}

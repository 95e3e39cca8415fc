package band.civic.corkboard.page;

import band.civic.corkboard.http.Answer;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/// Fills templates.
public final class Templates {

  private Templates() {}

  /// @param template writes the page
  public static Answer page(Consumer<HtmlTemplateOutput> template) {
    var text = new StringOutput(16 << 10);
    template.accept(new OwaspHtmlTemplateOutput(text));
    return Answer.text(Answer.HTML, text.toString());
  }
}

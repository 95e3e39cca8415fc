package band.civic.electionfinance.netfile.connect2;

import band.civic.clerk.etl.http.AnswerCheck;
import band.civic.clerk.etl.http.HttpAnswer;
import band.civic.clerk.etl.http.Verdict;
import java.util.Locale;

/// The CSV twins of Connect2's calls: every page has a header; errors come as JSON.
///
/// @param json judges what is not CSV
record NetFileCsv(AnswerCheck json) implements AnswerCheck {

  @Override
  public Verdict judge(HttpAnswer answer) {
    var isCsv = !answer.isHtml() && !answer.startsWith("{") && answer.status() == 200;
    if (!isCsv) {
      return json.judge(answer);
    }
    var header = answer.text().lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    return header.contains("netfilekey") ? Verdict.accept() : Verdict.garbled("what came is not Connect2's CSV");
  }
}

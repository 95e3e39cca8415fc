package band.civic.fec.openfec;

import band.civic.clerk.etl.http.HttpAnswer;
import band.civic.clerk.etl.http.Verdict;
import band.civic.clerk.spi.ClerkException;

/// What each answer of OpenFEC means: data, nothing there, worth another try, or useless to repeat.
final class AnswerClasses {
  /// What OpenFEC says, with a 404, for any error inside it.
  private static final String INTERNAL = "Could not process the request";
  private static final int START = 200;

  private AnswerClasses() {}

  static Verdict judge(HttpAnswer answer) {
    var status = answer.status();
    if (status == 200) {
      return PageReader.isWhole(answer.text())
          ? Verdict.accept()
          : Verdict.garbled("the answer is not OpenFEC's JSON");
    }
    return switch (status) {
      case 304 -> Verdict.accept();
      case 403 ->
        throw new ClerkException.BadConfiguration("OpenFEC refuses the key (%s). Set FEC_API_KEY to a valid one."
            .formatted(said(answer)));
      case 404 -> notFound(answer);
      case 408, 425, 429 -> Verdict.busy(said(answer));
      default -> status >= 500 ? Verdict.busy(said(answer)) : Verdict.refuse(said(answer));
    };
  }

  /// An internal error is worth another try, an unknown path is a wrong base address; what else is not there is none.
  private static Verdict notFound(HttpAnswer answer) {
    if (answer.isHtml()) {
      throw new ClerkException.BadConfiguration("There is no OpenFEC at %s: it answers with %s. Look at FEC_API_BASE."
          .formatted(answer.url(), answer.pageTitle()));
    }
    return PageReader.message(answer.text()).contains(INTERNAL) ? Verdict.busy(said(answer)) : Verdict.accept();
  }

  private static String said(HttpAnswer answer) {
    var message = PageReader.message(answer.text());
    var words = message.length() > START ? message.substring(0, START) + "…" : message;
    return "HTTP " + answer.status() + (words.isEmpty() ? "" : ", \"" + words.strip() + "\"");
  }
}

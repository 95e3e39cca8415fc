package band.civic.corkboard.web;

import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Call;

/// Answers calls.
@FunctionalInterface
public interface Responder {

  /// Always an answer.
  Answer answer(Call call);
}

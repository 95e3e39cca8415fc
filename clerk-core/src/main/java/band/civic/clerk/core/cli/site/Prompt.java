package band.civic.clerk.core.cli.site;

import java.io.Console;
import java.util.Optional;

/// Asks a person, when there is one.
interface Prompt {
  /// Whoever sits at the terminal; nobody when standard input or output is none. Looked up only when asked: the JDK
  /// loads much for it.
  Prompt TERMINAL = question -> Optional.ofNullable(System.console())
      .filter(Console::isTerminal)
      .flatMap(console -> Optional.ofNullable(console.readLine("%s: ", question)))
      .map(String::strip)
      .filter(answer -> !answer.isEmpty());

  /// The answer; empty when it is blank or nobody is there.
  Optional<String> ask(String question);
}

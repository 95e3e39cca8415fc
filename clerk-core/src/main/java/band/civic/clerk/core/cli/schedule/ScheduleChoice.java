package band.civic.clerk.core.cli.schedule;

import static java.util.stream.Collectors.joining;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which schedules a command is for: names, or all of them.
@Command
final class ScheduleChoice {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "The schedule.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "Every schedule.")
  private boolean all;

  /// The chosen schedules.
  ///
  /// @throws ParameterException when none is chosen
  /// @throws BadConfiguration when there is none of a name
  List<ScheduleEntry> of(List<ScheduleEntry> schedules) {
    if (names.isEmpty() != all) {
      throw new ParameterException(Objects.requireNonNull(command).commandLine(),
          "Which schedule? Give names or --all.");
    }
    return all ? schedules : names.stream().map(name -> get(schedules, name)).toList();
  }

  /// The schedule of that name.
  ///
  /// @throws BadConfiguration when there is none
  static ScheduleEntry get(List<ScheduleEntry> schedules, String name) {
    return schedules.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new BadConfiguration("There is no schedule \"%s\"; there are %s.".formatted(name,
            schedules.stream().map(ScheduleEntry::name).collect(joining(", ")))));
  }
}

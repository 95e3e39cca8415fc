package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.DuplicateOptionAnnotationsException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine;

/// The options that a pipeline brings itself, on one of its commands.
///
/// @param options those of the command's stages
record GivenOptions(List<PipelineOption> options) {

  static GivenOptions of(List<PipelineOption> all, Set<Stage> stages) {
    return new GivenOptions(all.stream().filter(option -> stages.contains(option.stage())).toList());
  }

  /// Adds them to a command, under a heading of their own.
  ///
  /// @throws BadConfiguration when one is called like an option of clerk
  void addTo(CommandLine command, String dataType) {
    if (options.isEmpty()) {
      return;
    }
    var group = ArgGroupSpec.builder().validate(false).heading("%nOptions of " + dataType + ":%n");
    options.forEach(option -> group.addArg(spec(option)));
    try {
      command.getCommandSpec().addArgGroup(group.build());
    } catch (DuplicateOptionAnnotationsException e) {
      throw new BadConfiguration("The pipeline \"%s\" has an option that every command has already: %s"
          .formatted(dataType, e.getMessage()), e);
    }
  }

  /// The values that were typed.
  Map<String, String> values(CommandSpec command) {
    var given = new LinkedHashMap<String, String>();
    for (var option : options) {
      var value = command.findOption("--" + option.name()).<Object>getValue();
      if (value instanceof String text) {
        given.put(option.name(), text);
      } else if (Boolean.TRUE.equals(value)) {
        given.put(option.name(), "true");
      }
    }
    return given;
  }

  private static OptionSpec spec(PipelineOption option) {
    var spec = OptionSpec.builder("--" + option.name()).description(option.description().replace("%", "%%"));
    return option.isFlag()
        ? spec.type(boolean.class).build()
        : spec.type(String.class).paramLabel(option.valueLabel()).build();
  }
}

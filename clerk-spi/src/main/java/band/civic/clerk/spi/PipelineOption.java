package band.civic.clerk.spi;

/// An option that the generated commands of a pipeline take, `--from PATH` or `--sample`.
///
/// Giving an option of the EXTRACT stage makes the extract tasks run even when the data are fresh. A value of another
/// stage's option that differs from the one a task last ran with makes that task run again.
///
/// @param name without the dashes, `from`
/// @param valueLabel how the value is called in the help, `PATH`; empty for a flag
/// @param description one line
/// @param stage the stage whose work it changes
public record PipelineOption(String name, String valueLabel, String description, Stage stage) {

  /// Whether the option takes no value.
  public boolean isFlag() {
    return valueLabel.isEmpty();
  }
}

package band.civic.clerk.core.config.yaml;

/// Something that YAML allows and this project does not; [YamlFile] adds the file.
final class YamlMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  YamlMistake(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}

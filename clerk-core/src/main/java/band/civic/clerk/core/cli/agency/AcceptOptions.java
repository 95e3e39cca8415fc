package band.civic.clerk.core.cli.agency;

import band.civic.clerk.core.config.agencies.AgencyEdits.Acceptance;
import band.civic.clerk.core.config.agencies.AgencyKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// What `clerk agency accept` takes.
final class AcceptOptions {
  @Parameters(index = "0", paramLabel = "ID:SHORTCUT", converter = KeyConverter.class, description = "The agency: 12:COA")
  AgencyKey agency = new AgencyKey(0, "");

  @Parameters(index = "1", paramLabel = "SUBDOMAIN", description = "The site")
  String subdomain = "";

  @Option(names = "--scope", description = "Whose filings they are when not the site's own: county")
  @Nullable
  String scope;

  @Option(names = "--note", description = "What a reader must be told about the mapping")
  @Nullable
  String note;

  Acceptance acceptance() {
    return new Acceptance(subdomain, Optional.ofNullable(scope), Optional.ofNullable(note));
  }

  /// Reads `12:COA`.
  static final class KeyConverter implements ITypeConverter<AgencyKey> {
    @Override
    public AgencyKey convert(String text) {
      return AgencyKey.parse(text)
          .orElseThrow(() -> new TypeConversionException(
              "'%s' is not ID:SHORTCUT, such as 12:COA".formatted(text)));
    }
  }
}

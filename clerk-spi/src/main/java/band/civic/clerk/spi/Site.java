package band.civic.clerk.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A municipality (or other place) that clerk publishes data for.
public interface Site {

  /// The key: lower-case labels joined by dots, `alameda.ca`.
  String subdomain();

  /// The place's name for people, `Alameda`.
  String name();

  /// Two-letter state, `CA`.
  String state();

  /// ISO country, `US`.
  String country();

  /// `city`, `county`, `state`, `nation`, …
  String kind();

  /// The agencies whose filings this site publishes, from one source (`netfile`), in the reviewed order. Only enabled
  /// mappings that are valid today are listed; an agency that nobody reviewed is never here.
  List<Agency> agencies(String source);

  /// Free settings of the site, for plugins.
  Map<String, String> extra();

  /// An office that receives filings, as a source knows it. The pair (id, shortcut) is the key: ids and shortcuts alone
  /// are each used twice in NetFile's list. Id 0 is a real agency.
  ///
  /// @param source who runs the list, `netfile`
  /// @param id the source's number
  /// @param shortcut the source's short code, `COA`
  /// @param name as the source writes it
  /// @param scope whose filings they are: `own`, or a label such as `county` when the site shows another body's
  /// @param note what a reader must be told about the mapping; empty when there is nothing to tell
  /// @param from first day of validity
  /// @param until last day of validity
  record Agency(String source, int id, String shortcut, String name, String scope, String note,
      Optional<LocalDate> from, Optional<LocalDate> until) {}
}

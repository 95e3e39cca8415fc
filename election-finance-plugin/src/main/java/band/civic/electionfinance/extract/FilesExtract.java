package band.civic.electionfinance.extract;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.Origin;
import band.civic.clerk.etl.bronze.RawContent;
import band.civic.clerk.etl.bronze.StoredUnit;
import band.civic.clerk.etl.bronze.Unit;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import band.civic.electionfinance.extract.FoundFiles.Found;
import band.civic.electionfinance.extract.FoundFiles.Named;
import band.civic.electionfinance.netfile.format.RawKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes in files that are on disk already. Each file is a unit; the sheets that lie in one directory as CSV are one
/// unit together.
///
/// Units of an earlier `--from` that are not in this one stay, so that years can be brought in one after the other;
/// `--force` takes them out.
final class FilesExtract {
  private final TaskContext context;
  private final BronzeStore store;
  private final Tally tally;
  private final Set<String> agencyYears = new HashSet<>();
  private final Set<String> keys = new HashSet<>();

  FilesExtract(TaskContext context, BronzeStore store, Tally tally) {
    this.context = context;
    this.store = store;
    this.tally = tally;
  }

  void run(Path path, List<Site.Agency> agencies) {
    var found = FoundFiles.below(path);
    noteUnknown(found.unknown());
    var units = units(own(path, found.known(), agencies));
    context.progress().total(units.size());
    units.forEach((name, files) -> take(name, files, agencies));
    if (context.option("force").isPresent()) {
      tally.addRetired(store.retire(store.listCompleteUnits()
          .stream()
          .map(StoredUnit::unit)
          .filter(this::isGone)
          .toList()));
    }
  }

  /// The files without those whose names say another agency: their money is not this site's.
  private List<Found> own(Path path, List<Found> files, List<Site.Agency> agencies) {
    var own = new ArrayList<Found>();
    for (var file : files) {
      if (file.named().filter(named -> named.findIn(agencies).isEmpty()).isEmpty()) {
        own.add(file);
        continue;
      }
      tally.note(Notice.error("agency_of_file_unknown", file.name(),
          "its name says agency %s, which is not one of %s's (%s); it was left out"
              .formatted(file.named().orElseThrow().shortcut(), context.site().subdomain(), shortcuts(agencies))));
    }
    if (own.isEmpty()) {
      throw new ClerkException.BadSourceData(
          "%s holds nothing of %s: %s is of another agency than the site's (%s). Give the site's own files, or map the agency to the site"
              .formatted(path, context.site().subdomain(), files.getFirst().name(), shortcuts(agencies)));
    }
    return own;
  }

  private static String shortcuts(List<Site.Agency> agencies) {
    return agencies.stream().map(Site.Agency::shortcut).collect(Collectors.joining(", "));
  }

  /// By the name of the unit: a file's own, or the directory's for sheets that lie in one.
  private Map<String, List<Found>> units(List<Found> files) {
    var years = Years.parse(context.option("years").orElse(""), "--years");
    var units = new LinkedHashMap<String, List<Found>>();
    for (var file : files) {
      var otherYear = !years.isEmpty() && file.named().filter(named -> !years.contains(named.year())).isPresent();
      if (otherYear) {
        tally.note(Notice.info("year_left_out", file.name(), "it is of a year that --years does not name"));
      } else {
        units.computeIfAbsent(file.unitName(), _ -> new ArrayList<>()).add(file);
      }
    }
    return units;
  }

  private void take(String name, List<Found> files, List<Site.Agency> agencies) {
    context.checkCancelled();
    var first = files.getFirst();
    context.progress().step("taking in " + first.name());
    var unit = unit(name, first, agencies);
    if (unit.year().isPresent() && !agencyYears.add(unit.agencyShortcut() + " " + unit.year().getAsInt())) {
      tally.note(Notice.warning("same_year_twice", first.name(),
          "another file of the same agency and year was taken in already; this one was left out"));
      return;
    }
    keys.add(unit.key());
    store.begin(unit).discard();
    var writer = store.begin(unit);
    for (var file : files) {
      writer.append(new RawContent(file.file().getFileName().toString(), file.kind().name(), "file:" + file.name(),
          context.clock().instant(), RawContent.Body.of(file.file())), file.name());
    }
    tally.add(writer.complete());
    context.progress().advance(1);
  }

  private Unit unit(String name, Found first, List<Site.Agency> agencies) {
    var named = first.named();
    var agency = named.flatMap(it -> it.findIn(agencies)).orElse(agencies.getFirst());
    var adapter = switch (first.kind()) {
      case WORKBOOK_XLSX, WORKBOOK_ZIP -> "workbook";
      case SHEET_CSV -> "sheet_csv";
      case CAL_EFILE -> "cal_efile";
      case SITES_FILINGS, SITES_TRANSACTIONS -> "sites_api";
      case CAMPAIGN_FILERS, CAMPAIGN_FILINGS, CAMPAIGN_TRANSACTIONS -> "campaign_api";
      default -> "connect2";
    };
    return new Unit("files/" + name, Origin.FILES, adapter, agency.id(), agency.shortcut(), named.map(Named::knownYear)
        .orElse(OptionalInt.empty()));
  }

  private boolean isGone(Unit unit) {
    return unit.origin() == Origin.FILES && !keys.contains(unit.key());
  }

  private void noteUnknown(List<String> unknown) {
    Optional.of(unknown)
        .filter(names -> !names.isEmpty())
        .ifPresent(names -> tally.note(Notice.info(
            "files_not_recognised", names.getFirst(),
            "%d files are nothing that NetFile exports and were left out: %s%s"
                .formatted(names.size(), String.join(", ", names.stream().limit(5).toList()), names.size() > 5
                    ? ", …"
                    : ""))));
  }
}

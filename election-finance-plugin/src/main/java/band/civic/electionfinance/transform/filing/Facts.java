package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.model.Form;
import band.civic.electionfinance.model.filing.AsFiled;
import band.civic.electionfinance.model.filing.Period;
import band.civic.electionfinance.transform.wire.Cover;
import band.civic.electionfinance.transform.wire.ListedFiling;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// All that is known of one report, from its rows and from the lists.
///
/// @param no
///          its number among all reports
/// @param filer
///          who filed it
/// @param names
///          the filer's names on it
/// @param form
///          which form
/// @param formText
///          the form's name
/// @param number
///          of the amendment, as typed
/// @param dates
///          when it was filed and what it covers
/// @param ids
///          by which numbers it is known
/// @param about
///          committee type, election and office
/// @param sheets
///          the schedules it has rows of
/// @param hasMoney
///          whether a row has an amount
/// @param pdfUrl
///          where its image is
/// @param sourceId
///          the page that first spoke of it
public record Facts(int no, AsFiled filer, Set<String> names, Form form, String formText, String number,
    ListedFiling.Dates dates, Ids ids, Cover.About about, Set<String> sheets, boolean hasMoney, String pdfUrl,
    int sourceId) {

  /// `""` where there is none.
  public record Ids(String lateId, String filingId, String amends) {}

  /// The period, when both ends are given.
  public Optional<Period> period() {
    return dates.start().flatMap(start -> dates.end().map(end -> new Period(start, end)));
  }

  /// The day that stands in for a row's missing date: the end of the period, or when a late report was filed.
  public Optional<LocalDate> standInDate() {
    return dates.end().or(dates::filedOn);
  }

  /// The day by which the filer stood in the world as this report says.
  Optional<LocalDate> seenOn() {
    return dates.filedOn().or(dates::end);
  }

  static Facts of(Draft draft, Optional<ListedFiling> listed) {
    var cover = draft.cover();
    var dates = new ListedFiling.Dates(cover.filedOn().or(() -> listed.flatMap(list -> list.dates().filedOn())),
        cover.start().or(() -> listed.flatMap(list -> list.dates().start())),
        cover.end().or(() -> listed.flatMap(list -> list.dates().end())));
    var ids = new Ids(cover.ids().lateId(), listed.map(ListedFiling::filingId).orElse(cover.ids().filingId()),
        listed.map(ListedFiling::amends).orElse(""));
    var number = draft.number().isEmpty() ? listed.map(ListedFiling::number).orElse("") : draft.number();
    var filer = listed.map(list -> together(cover.filer(), list.filer())).orElse(cover.filer());
    return new Facts(draft.no(), filer, draft.names().isEmpty() ? Set.of(filer.name()) : draft.names(), cover.form(),
        cover.form().name(), number, dates, ids, draft.about(), draft.sheets(), draft.hasMoney(),
        listed.map(ListedFiling::pdfUrl).orElse(""), draft.sourceId());
  }

  static Facts of(int no, Catalog.Entry entry) {
    var listed = entry.filing();
    return new Facts(no, listed.filer(), Set.of(listed.filer().name()), listed.form(), listed.formText(),
        listed.number(), listed.dates(), new Ids("", listed.filingId(), listed.amends()),
        new Cover.About("", "", "", ""), Set.of(), false, listed.pdfUrl(), entry.sourceId());
  }

  Facts withLateId(String lateId) {
    return new Facts(no, filer, names, form, formText, number, dates, new Ids(lateId, ids.filingId(), ids.amends()),
        about, sheets, hasMoney, pdfUrl, sourceId);
  }

  private static AsFiled together(AsFiled filed, AsFiled listed) {
    return new AsFiled(filed.agencyId(), filed.fppcId().isPresent() || listed.id().isEmpty() ? filed.id() : listed.id(),
        filed.localId().isEmpty() ? listed.localId() : filed.localId(),
        filed.name().isEmpty() ? listed.name() : filed.name());
  }
}

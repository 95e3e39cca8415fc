package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.model.Form;
import band.civic.electionfinance.model.filing.AsFiled;
import band.civic.electionfinance.model.filing.Period;
import band.civic.electionfinance.transform.wire.Cover;
import band.civic.electionfinance.transform.wire.ListedFiling;
import band.civic.electionfinance.transform.wire.TxKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// All that is known of one report, from its rows and from the lists.
///
/// @param no its number among all reports
/// @param filer who filed it
/// @param names the filer's names on it
/// @param form which form
/// @param formText the form's name
/// @param number of the amendment, as typed
/// @param dates when it was filed and what it covers
/// @param ids by which numbers it is known
/// @param about committee type, election and office
/// @param sheets the schedules it has rows of
/// @param hasMoney whether a row has an amount
/// @param pdfUrl where its image is
/// @param sourceId the page that first spoke of it
public record Facts(int no, AsFiled filer, Set<String> names, Form form, String formText, String number,
    ListedFiling.Dates dates, Ids ids, Cover.About about, Set<String> sheets, boolean hasMoney, String pdfUrl,
    int sourceId) {

  /// `""` where there is none.
  public record Ids(String lateId, String filingId, String amends) {}

  /// The source's number of the filing, else what tells it apart from others; says nothing of the filer.
  String ownIdentity() {
    return ids.filingId().isEmpty()
        ? TxKey.of(form.name(), formText, dates.toString(), ids.lateId(), Integer.toString(Cover.number(number)))
        : ids.filingId();
  }

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
    var fromRows = new Facts(draft.no(), cover.filer(), draft.names(), cover.form(), cover.form().name(),
        draft.number(), new ListedFiling.Dates(cover.filedOn(), cover.start(), cover.end()),
        new Ids(cover.ids().lateId(), cover.ids().filingId(), ""), draft.about(), draft.sheets(), draft.hasMoney(), "",
        draft.sourceId());
    return listed.isPresent() ? fromRows.with(listed.get()) : fromRows;
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

  /// The same report as two sources tell of it; this one goes before.
  public Facts with(Facts other) {
    var allSheets = new TreeSet<>(sheets);
    allSheets.addAll(other.sheets);
    var together = new Cover.About(either(about.committeeType(), other.about.committeeType()),
        either(about.electionDate(), other.about.electionDate()), either(about.office(), other.about.office()),
        either(about.officeText(), other.about.officeText()));
    return new Facts(no, filer, names, form, formText, either(number, other.number), either(dates, other.dates),
        new Ids(either(ids.lateId, other.ids.lateId), either(ids.filingId, other.ids.filingId),
            either(ids.amends, other.ids.amends)),
        together, allSheets, hasMoney || other.hasMoney, either(pdfUrl, other.pdfUrl),
        Math.min(sourceId, other.sourceId));
  }

  private Facts with(ListedFiling listed) {
    var who = new AsFiled(filer.agencyId(),
        filer.fppcId().isPresent() ? filer.id() : either(listed.filer().id(), filer.id()),
        either(filer.localId(), listed.filer().localId()), either(filer.name(), listed.filer().name()));
    var allNames = new TreeSet<>(names);
    allNames.add(who.name());
    allNames.remove("");
    return new Facts(no, who, allNames.isEmpty() ? names : allNames, form, formText, either(number, listed.number()),
        either(dates, listed.dates()), new Ids(ids.lateId, listed.filingId(), listed.amends()), about, sheets, hasMoney,
        listed.pdfUrl(), sourceId);
  }

  private static ListedFiling.Dates either(ListedFiling.Dates one, ListedFiling.Dates other) {
    return new ListedFiling.Dates(one.filedOn().or(other::filedOn), one.start().or(other::start),
        one.end().or(other::end));
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}

package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.model.Form;
import band.civic.electionfinance.model.filing.AsFiled;
import band.civic.electionfinance.transform.wire.KnownFiler;
import band.civic.electionfinance.transform.wire.ListedFiling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the APIs' lists say of filings and filers. Rows of the APIs carry only a filing's number: amendment, dates and
/// image stand in these lists.
public final class Catalog {
  private final Map<Id, Entry> filings = new LinkedHashMap<>();
  private final List<KnownFiler> filers = new ArrayList<>();

  record Id(int agencyId, String filingId) {}

  /// A listed filing and the page it was listed on.
  record Entry(ListedFiling filing, int sourceId) {}

  public void add(ListedFiling filing, int sourceId) {
    filings.merge(new Id(filing.filer().agencyId(), filing.rowsId()), new Entry(filing, sourceId),
        (known, more) -> new Entry(together(known.filing(), more.filing()), known.sourceId()));
  }

  public void add(KnownFiler filer) {
    filers.add(filer);
  }

  Optional<ListedFiling> find(int agencyId, String filingId) {
    return Optional.ofNullable(filings.get(new Id(agencyId, filingId))).map(Entry::filing);
  }

  List<Entry> listFilings() {
    return List.copyOf(filings.values());
  }

  public List<KnownFiler> listFilers() {
    return filers;
  }

  /// Two lists speak of one filing: each fills the other's gaps.
  private static ListedFiling together(ListedFiling one, ListedFiling other) {
    var filer = new AsFiled(one.filer().agencyId(), either(one.filer().id(), other.filer().id()),
        either(one.filer().localId(), other.filer().localId()), either(one.filer().name(), other.filer().name()));
    var knownForm = one.form() != Form.OTHER ? one : other;
    var dates = new ListedFiling.Dates(either(one.dates().filedOn(), other.dates().filedOn()),
        either(one.dates().start(), other.dates().start()), either(one.dates().end(), other.dates().end()));
    return new ListedFiling(filer, knownForm.form(), knownForm.formText(), one.rowsId(),
        either(one.filingId(), other.filingId()), either(one.number(), other.number()),
        either(one.amends(), other.amends()), dates, either(one.pdfUrl(), other.pdfUrl()));
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static Optional<LocalDate> either(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.or(() -> other);
  }
}

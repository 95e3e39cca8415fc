package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.model.Compat;
import band.civic.electionfinance.model.Form;
import band.civic.electionfinance.model.filing.AsFiled;
import band.civic.electionfinance.model.filing.FilerKeys;
import band.civic.electionfinance.model.filing.Judgement;
import band.civic.electionfinance.model.filing.Report;
import band.civic.electionfinance.transform.wire.Cover;
import band.civic.electionfinance.transform.wire.KnownFiler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All reports there are, who filed them, and the judgement over them.
public final class Register {
  private final List<Facts> facts;
  private final List<Report> reports;
  private final List<KnownFiler> knownFilers;
  private final FilerKeys keys;
  private final Judgement judgement;

  /// @param drafts the filings that rows speak of
  /// @param catalog what lists say
  /// @param compat whose choice of versions
  public Register(Drafts drafts, Catalog catalog, Compat compat) {
    this.facts = linked(facts(drafts, catalog));
    this.knownFilers = catalog.listFilers();
    this.keys = new FilerKeys(everyone(facts, knownFilers));
    this.reports = facts.stream().map(this::report).toList();
    this.judgement = new Judgement(reports, compat);
  }

  public List<Facts> facts() {
    return facts;
  }

  public List<KnownFiler> knownFilers() {
    return knownFilers;
  }

  public Report report(int no) {
    return reports.get(no);
  }

  public FilerKeys keys() {
    return keys;
  }

  public Judgement judgement() {
    return judgement;
  }

  private static List<Facts> facts(Drafts drafts, Catalog catalog) {
    var facts = new ArrayList<Facts>();
    var withRows = new HashSet<Catalog.Id>();
    for (var draft : drafts.list()) {
      var cover = draft.cover();
      withRows.add(new Catalog.Id(cover.filer().agencyId(), cover.ids().filingId()));
      facts.add(Facts.of(draft, catalog.find(cover.filer().agencyId(), cover.ids().filingId())));
    }
    for (var entry : catalog.listFilings()) {
      if (!withRows.contains(new Catalog.Id(entry.filing().filer().agencyId(), entry.filing().rowsId()))) {
        facts.add(Facts.of(facts.size(), entry));
      }
    }
    return facts;
  }

  /// A workbook's F496P3 rows lack the number of their form 496. When the filer filed exactly one form 496 with that
  /// amendment number on that day, it is that one.
  private static List<Facts> linked(List<Facts> facts) {
    Map<String, Set<String>> lateIds = new HashMap<>();
    for (var report : facts) {
      if (report.form() == Form.F496 && !report.ids().lateId().isEmpty()) {
        lateIds.computeIfAbsent(day(report), day -> new HashSet<>()).add(report.ids().lateId());
      }
    }
    return facts.stream().map(report -> {
      var candidates = lateIds.getOrDefault(day(report), Set.of());
      return report.form() == Form.F496 && report.ids().lateId().isEmpty() && report.ids().filingId().isEmpty()
          && candidates.size() == 1 ? report.withLateId(candidates.iterator().next()) : report;
    }).toList();
  }

  private static String day(Facts report) {
    return String.join("|", Integer.toString(report.filer().agencyId()), report.filer().ident(),
        report.dates().filedOn().toString(), Integer.toString(Cover.number(report.number())));
  }

  private static List<AsFiled> everyone(List<Facts> facts, List<KnownFiler> known) {
    var everyone = new ArrayList<AsFiled>();
    for (var report : facts) {
      for (var name : report.names()) {
        everyone.add(new AsFiled(report.filer().agencyId(), report.filer().id(), report.filer().localId(), name));
      }
    }
    known.forEach(filer -> everyone.add(filer.filer()));
    return everyone;
  }

  private String filer(Facts report) {
    var filer = report.filer();
    return filer.isUnknown() ? FilerKeys.ofUnknown(filer.agencyId(), report.ownIdentity()) : keys.of(filer);
  }

  private Report report(Facts report) {
    var version = new Report.Version(Cover.number(report.number()), report.number(), report.dates().filedOn(),
        report.ids().lateId(), report.ids().filingId(), report.ids().amends());
    return new Report(report.no(), filer(report), report.form(), report.period(), version, report.sheets(),
        report.hasMoney());
  }
}

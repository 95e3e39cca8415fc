package band.civic.electionfinance.transform.filing;

import band.civic.electionfinance.model.filing.Report;
import band.civic.electionfinance.transform.wire.Cover;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// A filing while its rows are read: the cover, and what the rows add up to.
public final class Draft {
  private final int no;
  private final Cover cover;
  private final int sourceId;
  private final Set<String> sheets = new HashSet<>();
  private final Set<String> names = new TreeSet<>();
  private Cover.About about;
  private String number;
  private boolean hasMoney;

  Draft(int no, Cover cover, int sourceId) {
    this.no = no;
    this.cover = cover;
    this.about = cover.about();
    this.number = cover.number();
    this.names.add(cover.filer().name());
    this.sourceId = sourceId;
  }

  public int no() {
    return no;
  }

  public Cover cover() {
    return cover;
  }

  /// The first page that spoke of it.
  public int sourceId() {
    return sourceId;
  }

  /// What the covers of all its rows say together.
  public Cover.About about() {
    return about;
  }

  public Set<String> sheets() {
    return sheets;
  }

  /// The amendment's number as typed; the greater of `1` and `001`, should both occur.
  public String number() {
    return number;
  }

  /// The filer's names on it; one, unless sources differ.
  public Set<String> names() {
    return names;
  }

  public boolean hasMoney() {
    return hasMoney;
  }

  /// Takes in what another row's cover says; mostly the same.
  void learn(Cover other) {
    if (!other.filer().name().equals(cover.filer().name())) {
      names.add(other.filer().name());
    }
    if (!other.number().equals(number)) {
      number = greater(number, other.number());
    }
    if (!other.about().equals(about)) {
      about = new Cover.About(greater(about.committeeType(), other.about().committeeType()),
          greater(about.electionDate(), other.about().electionDate()), greater(about.office(), other.about().office()),
          greater(about.officeText(), other.about().officeText()));
    }
  }

  public void addRow(String sheet, boolean money) {
    sheets.add(sheet);
    hasMoney |= money;
  }

  public void addSummary(boolean money) {
    addRow(Report.SUMMARY, money);
  }

  /// Of two texts one, whichever came first.
  private static String greater(String one, String other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}

package band.civic.fec.bulkfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind of bulk file. Column names are the FEC's, in lower case, in the order of its file descriptions.
public enum FileKind {
  /// Contributions by individuals, as the recipients itemised them.
  INDIV("indiv itcont.txt sub_id", Columns.ITEMS, "transaction_amt transaction_dt", DateForm.MMDDYYYY),
  /// Contributions and expenditures of committees for and against candidates; every row stands in `oth` too.
  PAS2("pas2 itpas2.txt sub_id", Columns.ITEMS.replace("other_id ", "other_id cand_id "),
      "transaction_amt transaction_dt", DateForm.MMDDYYYY),
  /// Any transaction from one committee to another.
  OTH("oth itoth.txt sub_id", Columns.ITEMS, "transaction_amt transaction_dt", DateForm.MMDDYYYY),
  /// Operating expenditures. Each line ends in one more separator.
  OPPEXP("oppexp oppexp.txt sub_id", Columns.EXPENDITURES, "transaction_amt transaction_dt", DateForm.MM_DD_YYYY),
  /// Committees.
  CM("cm cm.txt cmte_id", Columns.COMMITTEES, "", DateForm.NONE),
  /// Candidates.
  CN("cn cn.txt cand_id", Columns.CANDIDATES, "", DateForm.NONE),
  /// Which committee works for which candidate.
  CCL("ccl ccl.txt linkage_id", Columns.LINKAGES, "", DateForm.NONE),
  /// Summaries of political action and party committees.
  WEBK("webk webk.txt cmte_id", Columns.COMMITTEE_SUMMARIES, "ttl_receipts cvg_end_dt", DateForm.MM_DD_YYYY),
  /// Summaries of all candidates.
  WEBALL("weball weball.txt cand_id", Columns.CANDIDATE_SUMMARIES, "ttl_receipts cvg_end_dt", DateForm.MM_DD_YYYY),
  /// Summaries of the candidates of the current campaign.
  WEBL("webl webl.txt cand_id", Columns.CANDIDATE_SUMMARIES, "ttl_receipts cvg_end_dt", DateForm.MM_DD_YYYY),
  /// Independent expenditures, originals and amendments: a CSV with a header and quotes, whose rows have no key.
  INDEPENDENT_EXPENDITURE("independent_expenditure independent_expenditure.csv", Columns.INDEPENDENT,
      "exp_amo exp_date", DateForm.DD_MON_YY);

  private final String names;
  private final String columns;
  private final String money;
  private final DateForm dateForm;

  FileKind(String names, String columns, String money, DateForm dateForm) {
    this.names = names;
    this.columns = columns;
    this.money = money;
    this.dateForm = dateForm;
  }

  /// How days are written in a kind of file.
  public enum DateForm {
    /// There are none.
    NONE,
    /// `03312024`
    MMDDYYYY,
    /// `03/31/2024`
    MM_DD_YYYY,
    /// `31-MAR-24`
    DD_MON_YY
  }

  /// The name in commands and reports, `indiv`.
  public String id() {
    return word(names, 0).orElseThrow();
  }

  /// The name of the file in the FEC's archive, `itcont.txt`; the summaries put the year before the dot.
  public String member() {
    return word(names, 1).orElseThrow();
  }

  /// Names of the fields of a line, in order.
  public List<String> columns() {
    return List.of(columns.split(" "));
  }

  /// How many fields a line has: one more than columns where lines end in a separator.
  public int fields() {
    return columns().size() + (this == OPPEXP ? 1 : 0);
  }

  /// What stands between two fields.
  public char delimiter() {
    return this == INDEPENDENT_EXPENDITURE ? CsvLines.DELIMITER : '|';
  }

  /// The column whose value is one row's own, `sub_id`; empty where the whole row is its own key.
  public Optional<String> key() {
    return word(names, 2);
  }

  /// Whether rows are transactions, each with the FEC's number of the row.
  public boolean hasSubId() {
    return key().filter("sub_id"::equals).isPresent();
  }

  /// The column whose sum tells whether a file is complete.
  public Optional<String> amountColumn() {
    return word(money, 0);
  }

  /// The column that says when it was.
  public Optional<String> dateColumn() {
    return word(money, 1);
  }

  /// How days are written in it.
  public DateForm dateForm() {
    return dateForm;
  }

  /// Where a column stands in a line, from 0.
  public int indexOf(String column) {
    return columns().indexOf(column);
  }

  /// The name of the FEC's archive for a cycle, `indiv20.zip`.
  public String archive(int cycle) {
    return this == INDEPENDENT_EXPENDITURE
        ? "independent_expenditure_%d.csv".formatted(cycle)
        : "%s%02d.zip".formatted(id(), cycle % 100);
  }

  /// Where the FEC has it, below its directory of bulk files.
  public String path(int cycle) {
    return this == INDEPENDENT_EXPENDITURE ? archive(cycle) : cycle + "/" + archive(cycle);
  }

  /// The kind of that name.
  public static Optional<FileKind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id.toLowerCase(Locale.ROOT))).findFirst();
  }

  private static Optional<String> word(String text, int index) {
    var words = text.split(" ");
    return index < words.length && !words[index].isEmpty() ? Optional.of(words[index]) : Optional.empty();
  }
}

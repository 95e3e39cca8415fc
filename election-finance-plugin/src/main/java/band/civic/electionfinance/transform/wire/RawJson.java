package band.civic.electionfinance.transform.wire;

import band.civic.electionfinance.model.FreeText;
import band.civic.electionfinance.netfile.format.WireRow;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a row said, as JSON in the source's spelling: only columns of this list, and of those only what is not empty.
/// Whatever a source adds one day stays out until somebody has looked at it.
final class RawJson {
  private static final Pattern SPLIT_OR_NUMBERED = Pattern.compile("[_\\d]+|^transaction\\.");
  /// Column names without underscores and digits: names, places down to the city, money, dates and codes.
  private static final Set<String> ALLOWED = Set.of("filerid", "filerstateid", "filerlocalid", "filernid", "filernaml",
      "filernamf", "filername", "reportnum", "committeetype", "rptdate", "fromdate", "thrudate", "filingstartdate",
      "filingenddate", "electdate", "elecdate", "tblcoverofficecd", "tblcoverofficdscr", "rptidnum", "filingid",
      "filingnid", "netfilekey", "elementnid", "id", "rectype", "formtype", "schedule", "caltransactiontype",
      "transactiontype", "tranid", "entitycd", "trannaml", "trannamf", "trannamt", "trannams", "payeenaml", "payeenamf",
      "payeenamt", "payeenams", "lndrnaml", "lndrnamf", "lndrnamt", "lndrnams", "entynaml", "entynamf", "entynamt",
      "entynams", "name", "vendor", "trancity", "payeecity", "loancity", "entycity", "transtate", "transt",
      "payeestate",
      "loanst", "entyst", "tranzip", "payeezip", "loanzip", "entyzip", "tranemp", "loanemp", "ctribemp", "employer",
      "tranocc", "loanocc", "ctribocc", "occupation", "tranself", "loanself", "ctribself", "trantype", "loantype",
      "trandate", "expndate", "ctribdate", "expdate", "loandate", "calculateddate", "date", "datethru", "tranamt",
      "amount", "calculatedamount", "cumytd", "cumoth", "trandscr", "expndscr", "trancode", "expncode", "spendingcode",
      "expnchkno", "tranchkno", "cmteid", "intrnaml", "intrnamf", "intrnamt", "intrnams", "blendername-intername",
      "intremp", "introcc", "intrself", "agentnaml", "agentnamf", "agentnamt", "agentnams", "candnaml", "candnamf",
      "candnamt", "candnams", "officecd", "officdscr", "officedscr", "tbldetltranofficecd", "tbldetltranofficdscr",
      "juriscd", "jurisdscr", "distno", "offshcd", "balname", "balnum", "baljuris", "supoppcd", "memocode", "memorefno",
      "bakreftid", "gfromef", "xrefschnm", "xrefschnum", "xrefmatch", "begbal", "amtincur", "amtpaid", "endbal",
      "loanamt", "loanrate", "intrate", "isitemized", "amounttype", "elementstatus", "filingactivitytype",
      "revisionnumber", "externalid", "sequenceid");

  /// Columns in which filers type what they like.
  private static final Pattern FREE_TEXT = Pattern
      .compile(".*(nam[lfts]|name|emp|occ|employer|occupation|dscr|vendor|memorefno|baljuris|bal_?name|city)");

  /// Columns that should hold ids and codes, in which a filer may have typed something else.
  private static final Pattern ID = Pattern
      .compile("tranid|bakreftid|filer(state|local)?id|cmteid|rptidnum|.*(chkno|cd|code|type)|distno|balnum|loanrate");

  private final String[] labels;
  private final boolean[] isFreeText;
  private final boolean[] isId;

  RawJson(List<String> columns) {
    labels = new String[columns.size()];
    isFreeText = new boolean[labels.length];
    isId = new boolean[labels.length];
    for (var at = 0; at < labels.length; at++) {
      var column = columns.get(at);
      var plain = SPLIT_OR_NUMBERED.matcher(column.toLowerCase(Locale.ROOT)).replaceAll("");
      isFreeText[at] = FREE_TEXT.matcher(plain).matches();
      isId[at] = ID.matcher(plain).matches();
      labels[at] = ALLOWED.contains(plain) ? "\"" + escape(column) + "\":\"" : "";
    }
  }

  /// The row as a JSON object of texts.
  ///
  /// @param columns knows which cells say something
  String of(WireRow row, Columns columns) {
    var json = new StringBuilder(512).append('{');
    for (var at = 0; at < labels.length; at++) {
      var text = row.cell(at);
      if (!labels[at].isEmpty() && columns.says(text)) {
        json.append(json.length() == 1 ? "" : ",").append(labels[at]);
        appendEscaped(json, isFreeText[at] ? FreeText.mask(text) : isId[at] ? FreeText.maskId(text) : text);
        json.append('"');
      }
    }
    return json.append('}').toString();
  }

  private static String escape(String text) {
    var escaped = new StringBuilder(text.length());
    appendEscaped(escaped, text);
    return escaped.toString();
  }

  private static void appendEscaped(StringBuilder json, String text) {
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
  }
}

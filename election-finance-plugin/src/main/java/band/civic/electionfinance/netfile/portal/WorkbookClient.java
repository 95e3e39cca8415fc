package band.civic.electionfinance.netfile.portal;

import band.civic.clerk.etl.http.AnswerCheck;
import band.civic.clerk.etl.http.HttpAnswer;
import band.civic.clerk.etl.http.HttpAsk;
import band.civic.clerk.etl.http.PoliteHttp;
import band.civic.clerk.etl.http.Verdict;
import band.civic.electionfinance.netfile.NetFileSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The portal's yearly workbooks: one ZIP with all schedules of an agency and year.
public final class WorkbookClient {
  private static final long ENOUGH_TO_TELL = 64;

  private final NetFileSettings settings;
  private final PoliteHttp http;
  private final String yearField;

  public WorkbookClient(NetFileSettings settings, PoliteHttp http) {
    this.settings = settings;
    this.http = http;
    this.yearField = settings.text("netfile.workbook.year-field");
  }

  /// The page with the export form; empty when the agency has none (any more).
  public Optional<PortalPage> findPortal(String aid) {
    var url = settings.url("netfile.workbook.page", Map.of("aid", aid));
    var answer = http.send(HttpAsk.get(url), WorkbookClient::orMissing);
    return answer.status() == 200 ? PortalPage.parse(url, answer.text(), yearField) : Optional.empty();
  }

  /// The addresses at which the year's workbook may be had directly.
  public List<URI> directUrls(String aid, int year) {
    return settings.urls("netfile.workbook.direct", Map.of("aid", aid, "year", Integer.toString(year)));
  }

  /// Whether there is a ZIP at that address, from its first bytes.
  public boolean isOffered(URI direct) {
    return isZip(http.send(HttpAsk.get(direct).withFirstBytes(ENOUGH_TO_TELL), WorkbookClient::orMissing));
  }

  /// The workbook at that address; empty when a web page or "not found" says that it is not offered.
  public Optional<HttpAnswer> findDirect(URI direct) {
    var answer = http.send(HttpAsk.get(direct), check -> orMissing(check) instanceof Verdict.Accept && isZip(check)
        ? wholeZip(check)
        : orMissing(check));
    return Optional.of(answer).filter(WorkbookClient::isZip);
  }

  /// The year's workbook by way of the form.
  public HttpAnswer export(PortalPage portal, int year) {
    var fields = portal.press(settings.text("netfile.workbook.export-button"), yearField, year);
    return http.send(HttpAsk.postForm(portal.url(), fields).withHeader("Referer", portal.url().toString()),
        WorkbookClient::wholeZip);
  }

  /// Whether the answer is a workbook itself, and not one in a ZIP.
  public static boolean isBareWorkbook(HttpAnswer answer) {
    return ZipCheck.hasEntry(answer.bytes(), "xl/workbook.xml");
  }

  /// Accepts what means "not here" too.
  private static Verdict orMissing(HttpAnswer answer) {
    var byStatus = AnswerCheck.byStatus(answer);
    return byStatus instanceof Verdict.Refuse ? Verdict.accept() : byStatus;
  }

  private static Verdict wholeZip(HttpAnswer answer) {
    var byStatus = AnswerCheck.byStatus(answer);
    if (!(byStatus instanceof Verdict.Accept)) {
      return byStatus;
    }
    if (answer.isHtml()) {
      return Verdict.garbled(answer.pageTitle() + " came in place of a ZIP");
    }
    return !isZip(answer) ? Verdict.garbled("what came is not a ZIP") : ZipCheck.judge(answer.bytes());
  }

  private static boolean isZip(HttpAnswer answer) {
    return answer.status() == 200 && answer.startsWith("PK");
  }
}

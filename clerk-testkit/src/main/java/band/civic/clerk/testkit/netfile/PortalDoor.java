package band.civic.clerk.testkit.netfile;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `/pub2`: the yearly workbooks, at their direct addresses and behind the form.
final class PortalDoor {
  private static final String STATE = "dDwxMjM0NTY3ODk7Oz4+/synthetic+state=";
  private static final String YEAR_FIELD = "ctl00$phBody$DateSelect";

  private final FakeContent content;

  PortalDoor(FakeContent content) {
    this.content = content;
  }

  FakeReply direct(String aid, String fileName) {
    var parts = fileName.replaceFirst("\\.zip$", "").split("_");
    return fileName.startsWith("efile_newest_")
        ? workbook(aid, parts[parts.length - 1]).orElse(FakeReply.missing())
        : FakeReply.missing();
  }

  FakeReply form(FakeRequest request, String aid) {
    return request.seen().method().equals("POST") ? export(request, aid) : page(aid);
  }

  private FakeReply page(String aid) {
    var years = content.years(aid)
        .reversed()
        .stream()
        .map("<option value=\"%1$d\">%1$d</option>"::formatted)
        .collect(Collectors.joining("\n"));
    var html = """
               <!DOCTYPE html>
               <html><head><title>NetFile public portal</title></head><body>
               <form method="post" action="./Default.aspx?aid=%s" id="aspnetForm">
               <input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="%s" />
               <input type="hidden" name="__EVENTVALIDATION" value="%s" />
               <select name="%s"><option value="">Select a year</option>
               %s
               </select>
               <a href="javascript:__doPostBack('ctl00$phBody$GetExcelAmend','')">Export Amended</a>
               </form></body></html>
               """.formatted(aid, STATE, aid, YEAR_FIELD, years);
    return FakeReply.text("text/html; charset=utf-8", html)
        .withHeaders(Map.of("Set-Cookie",
            "ASP.NET_SessionId=" + aid + "; path=/; HttpOnly"));
  }

  /// As ASP.NET does, it takes the form only with its hidden fields and in its session.
  private FakeReply export(FakeRequest request, String aid) {
    var form = request.form();
    var isOurs = STATE.equals(form.get("__VIEWSTATE")) && aid.equals(form.get("__EVENTVALIDATION"))
        && request.header("cookie").contains("ASP.NET_SessionId=" + aid)
        && "ctl00$phBody$GetExcelAmend".equals(form.get("__EVENTTARGET"));
    return isOurs
        ? workbook(aid, form.getOrDefault(YEAR_FIELD, "")).orElse(FakeReply.page("No data for that year"))
        : FakeReply.page("Validation of viewstate MAC failed");
  }

  private Optional<FakeReply> workbook(String aid, String year) {
    return Optional.ofNullable(content.workbooks.get(aid + " " + year))
        .map(bytes -> FakeReply.zip(zipped(bytes,
            "efile_newest_" + aid + "_" + year + ".xlsx")));
  }

  /// A workbook is itself a ZIP; its first entry is not another workbook.
  private static byte[] zipped(byte[] bytes, String name) {
    var start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
    return start.contains(".xlsx") || !start.startsWith("PK") ? bytes : new ZipWriter().entry(name, bytes).toBytes();
  }
}

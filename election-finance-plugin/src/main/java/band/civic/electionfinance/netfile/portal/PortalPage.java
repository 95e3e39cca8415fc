package band.civic.electionfinance.netfile.portal;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/// The portal's page with the export form: an ASP.NET form that wants its hidden fields back.
///
/// @param url where it is, and where it is posted to
/// @param hidden `__VIEWSTATE` and the like
/// @param years what its list of years offers, newest first
public record PortalPage(URI url, Map<String, String> hidden, List<Integer> years) {

  /// @return empty when the page has no list of years: not the export page
  static Optional<PortalPage> parse(URI url, String html, String yearField) {
    var page = Jsoup.parse(html, url.toString());
    var years = page.select("select")
        .stream()
        .filter(select -> select.attr("name").equals(yearField))
        .flatMap(select -> select.select("option").stream())
        .map(option -> option.attr("value").strip())
        .filter(value -> value.matches("\\d{4}"))
        .map(Integer::valueOf)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
    var hidden = new LinkedHashMap<String, String>();
    page.select("input[type=hidden][name]").forEach(input -> hidden.put(input.attr("name"), input.attr("value")));
    return years.isEmpty() ? Optional.empty() : Optional.of(new PortalPage(url, hidden, years));
  }

  /// What a browser would post when the button is pressed.
  Map<String, String> press(String button, String yearField, int year) {
    var fields = new LinkedHashMap<>(hidden);
    fields.put("__EVENTTARGET", button);
    fields.put("__EVENTARGUMENT", "");
    fields.put(yearField, Integer.toString(year));
    return fields;
  }
}

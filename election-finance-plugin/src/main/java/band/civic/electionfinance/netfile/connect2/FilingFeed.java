package band.civic.electionfinance.netfile.connect2;

import band.civic.clerk.etl.http.AnswerCheck;
import band.civic.clerk.etl.http.HttpAnswer;
import band.civic.clerk.etl.http.Verdict;
import band.civic.clerk.spi.ClerkException;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/// The feed of new filings: the last 15 days, at most 1,000. UTF-8 with a byte-order mark.
///
/// @param guids one for each filing, newest first
/// @param years the years that the descriptions speak of: `FPPC Form 460 (1/1/2026 - 2/18/2026)`
public record FilingFeed(Set<String> guids, Set<Integer> years) {
  private static final Pattern YEAR = Pattern.compile("\\d{1,2}/\\d{1,2}/(\\d{4})");

  static Verdict judge(HttpAnswer answer) {
    var byStatus = AnswerCheck.byStatus(answer);
    if (!(byStatus instanceof Verdict.Accept)) {
      return byStatus;
    }
    return answer.text().contains("<rss") ? byStatus : Verdict.garbled("what came is not a feed");
  }

  static FilingFeed parse(byte[] bytes) {
    var guids = new LinkedHashSet<String>();
    var years = new TreeSet<Integer>();
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      var xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (xml.hasNext()) {
        if (xml.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "guid" -> guids.add(xml.getElementText().strip());
            case "description" -> addYears(xml.getElementText(), years);
            default -> {
            }
          }
        }
      }
      xml.close();
      return new FilingFeed(guids, years);
    } catch (XMLStreamException e) {
      throw new ClerkException.BadSourceData("NetFile's feed of filings cannot be read: " + e.getMessage(), e);
    }
  }

  private static void addYears(String description, Set<Integer> years) {
    YEAR.matcher(description).results().forEach(match -> years.add(Integer.parseInt(match.group(1))));
  }
}

package band.civic.electionfinance.load;

import static band.civic.electionfinance.load.FinancePages.amount;
import static band.civic.electionfinance.load.FinancePages.committee;
import static band.civic.electionfinance.load.FinancePages.date;
import static band.civic.electionfinance.load.FinancePages.dollars;
import static band.civic.electionfinance.load.FinancePages.image;
import static band.civic.electionfinance.load.FinancePages.items;
import static band.civic.electionfinance.load.FinancePages.number;
import static band.civic.electionfinance.load.FinancePages.person;
import static band.civic.electionfinance.load.FinancePages.section;
import static band.civic.electionfinance.load.FinancePages.text;

import band.civic.clerk.spi.SiteDatabase.Look;
import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.clerk.spi.SiteDatabase.Section;
import band.civic.electionfinance.load.FinancePages.Heading;
import java.util.List;
import java.util.Map;

/// A name on the other side of a committee's money: what it gave, and what it was paid.
final class ContributorPage {
  private static final String GIVEN = FinancePages.ADDED + FinancePages.NAMESAKES;

  private ContributorPage() {}

  static Page page() {
    return new Page("contributor", "Contributor or payee", subject(), index(),
        List.of(totals(), years(), committees(), work(), rows(), alike()),
        Map.of("contributor", "contributor", "counterparty", "counterparty", "payee", "payee"));
  }

  private static Section subject() {
    return section(new Heading("contributor.subject", "Name", ""), Look.FIGURES, text("entity_cd", "Kind"),
        text("city", "City, as last filed"), text("state", "State"));
  }

  private static Section index() {
    return section(Heading.explained("contributor.index", "Largest contributors of all years", "top_contributors"),
        Look.TABLE, person(), amount(), items(), number("years", "Years among the 100 largest"));
  }

  private static Section totals() {
    return section(new Heading("contributor.totals", "All years", GIVEN), Look.FIGURES,
        dollars("given", "Gave").counting(GIVEN), number("contributions", "Contributions").counting(GIVEN),
        number("committees", "Committees").counting("Committees that reported these contributions."),
        dollars("paid_to", "Was paid").counting(FinancePages.PAID + FinancePages.NAMESAKES),
        date("first_date", "First row"), date("last_date", "Last row"));
  }

  private static Section years() {
    return section(new Heading("contributor.years", "Given, year by year", GIVEN), Look.TIMELINE, FinancePages.year(),
        amount(), items());
  }

  private static Section committees() {
    return section(new Heading("contributor.committees", "To whom", GIVEN), Look.BARS,
        committee("committee", "Committee"), amount(), items(), date("first_date", "First"),
        date("last_date", "Last"));
  }

  private static Section work() {
    return section(new Heading("contributor.work", "Employer, occupation and city, as filed", GIVEN), Look.TABLE,
        text("employer", "Employer").to("employer?employer={employer}"), text("occupation", "Occupation"),
        text("city", "City"), text("state", "State"), amount(), items());
  }

  private static Section rows() {
    return section(new Heading("contributor.rows", "Every row",
        "Rows of current filings in which the name is the other side, also those that do not count, with the reason."),
        Look.TABLE, date("tx_date", "Date").to("transactions/{tx_key}"), committee("committee", "Committee"),
        text("kind", "Kind"), text("form_type", "Schedule"), amount(), text("not_counted_reason", "Why not counted"),
        text("description", "Description"), text("filing", "Filing").to("filings/{filing_key}"), image());
  }

  private static Section alike() {
    return section(new Heading("contributor.alike", "Names that contain this one",
        "Other spellings in current filings that hold the same words in this order; maybe somebody else."), Look.TABLE,
        person());
  }
}

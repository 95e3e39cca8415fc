package band.civic.electionfinance.load;

import static band.civic.electionfinance.load.FinancePages.amount;
import static band.civic.electionfinance.load.FinancePages.bars;
import static band.civic.electionfinance.load.FinancePages.committee;
import static band.civic.electionfinance.load.FinancePages.date;
import static band.civic.electionfinance.load.FinancePages.dollars;
import static band.civic.electionfinance.load.FinancePages.image;
import static band.civic.electionfinance.load.FinancePages.items;
import static band.civic.electionfinance.load.FinancePages.number;
import static band.civic.electionfinance.load.FinancePages.person;
import static band.civic.electionfinance.load.FinancePages.report;
import static band.civic.electionfinance.load.FinancePages.section;
import static band.civic.electionfinance.load.FinancePages.text;
import static band.civic.electionfinance.load.FinancePages.total;
import static band.civic.electionfinance.load.FinancePages.year;

import band.civic.clerk.spi.SiteDatabase.Column;
import band.civic.clerk.spi.SiteDatabase.Look;
import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.clerk.spi.SiteDatabase.Section;
import band.civic.electionfinance.load.FinancePages.Heading;
import java.util.List;
import java.util.Map;

/// A year over all committees: money raised and spent, the largest on both sides, and independent spending for and
/// against each candidate and measure.
final class YearPage {
  private static final String TRANSFERS = "Of all committees together: what one committee gave another is in both. ";

  private YearPage() {}

  static Page page() {
    return new Page("year", "Year", subject(), index(), List.of(totals(), months(), independent(), spenders(),
        committees(), bars("year.types", "Who gave: by kind", "committee_by_type"),
        bars("year.origins", "Where from", "committee_by_origin"),
        bars("year.sizes", "How much at a time", "committee_by_size"),
        largest("year.contributors", "Largest contributors", "top_contributors"),
        largest("year.payees", "Largest payees", "top_payees"), elections(), filings()), Map.of("year", "year"));
  }

  private static Section subject() {
    return section(new Heading("year.subject", "Year", ""), Look.FIGURES,
        number("committees", "Committees with money").to("committee_totals?year={key}"));
  }

  private static Section index() {
    return section(new Heading("year.index", "Years", TRANSFERS + Explanations.of("committee_totals").counts()),
        Look.TIMELINE, year(), added("contributions", "Raised"), added("expenditures", "Spent"),
        number("committees", "Committees"));
  }

  private static Section totals() {
    return section(new Heading("year.totals", "All committees",
        TRANSFERS + Explanations.of("committee_totals").counts()), Look.FIGURES, added("contributions", "Raised"),
        added("expenditures", "Spent"), added("itemized", "Itemized"), added("unitemized", "Not itemized"),
        added("loans", "Loans, net"), dollars("independent", "Independent spending")
            .counting(Explanations.of("independent_spending").counts()));
  }

  private static Column added(String name, String title) {
    var one = total(name, title);
    return one.counting(TRANSFERS + one.counts());
  }

  private static Section months() {
    return section(new Heading("year.months", "Month by month", FinancePages.ADDED + FinancePages.PAID
        + Explanations.of("independent_spending").counts() + " By the month of the item's date."), Look.TIMELINE,
        date("month", "Month"), dollars("raised", "Contributions"), dollars("paid", "Payments"),
        dollars("independent", "Independent"));
  }

  private static Section independent() {
    return section(Heading.explained("year.independent", "Independent spending, for and against",
        "independent_spending"), Look.TABLE,
        text("target", "Candidate or measure").to("independent_spending_on?target={target}"),
        dollars("supporting", "For"), dollars("opposing", "Against"), dollars("unstated", "Not said"), items(),
        number("spenders", "Spenders"));
  }

  private static Section spenders() {
    return section(Heading.explained("year.spenders", "Who spent independently", "independent_spending"), Look.TABLE,
        committee("spender", "Spender"), text("target", "Candidate or measure"), text("side", "For or against"),
        amount(), items());
  }

  private static Section committees() {
    return section(Heading.explained("year.committees", "Committees", "committee_totals"), Look.TABLE,
        committee("committee", "Committee"), total("contributions", "Raised"), total("expenditures", "Spent"),
        total("itemized", "Itemized"), total("unitemized", "Not itemized"), total("cash_end", "Cash at the end"),
        number("n_contributors", "Contributors"));
  }

  private static Section largest(String name, String title, String total) {
    return section(Heading.explained(name, title, total), Look.TABLE, number("rank", "Rank"), person(), amount(),
        items());
  }

  private static Section elections() {
    return section(new Heading("year.elections", "Elections",
        "Days of elections on the covers of current filings, as filed."), Look.TABLE,
        date("election_date", "Election").to("-/election/{election_date}"),
        number("filings", "Filings"), number("committees", "Committees"));
  }

  private static Section filings() {
    return section(new Heading("year.filings", "Every filing of the year",
        "Every version of every report filed in the year, the latest first."), Look.TABLE, report(),
        committee("committee", "Committee"), date("filed_on", "Filed"), date("period_start", "From"),
        date("period_end", "Until"), text("state", "State"), image());
  }
}

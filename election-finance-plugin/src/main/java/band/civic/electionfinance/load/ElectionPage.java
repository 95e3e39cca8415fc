package band.civic.electionfinance.load;

import static band.civic.electionfinance.load.FinancePages.committee;
import static band.civic.electionfinance.load.FinancePages.date;
import static band.civic.electionfinance.load.FinancePages.dollars;
import static band.civic.electionfinance.load.FinancePages.image;
import static band.civic.electionfinance.load.FinancePages.items;
import static band.civic.electionfinance.load.FinancePages.number;
import static band.civic.electionfinance.load.FinancePages.report;
import static band.civic.electionfinance.load.FinancePages.section;
import static band.civic.electionfinance.load.FinancePages.text;

import band.civic.clerk.spi.SiteDatabase.Column;
import band.civic.clerk.spi.SiteDatabase.Look;
import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.clerk.spi.SiteDatabase.Section;
import band.civic.electionfinance.load.FinancePages.Heading;
import java.util.List;
import java.util.Map;

/// An election: the filings whose cover names its day, the money in them, independent spending for and against, and
/// where candidates and measures are known, theirs.
final class ElectionPage {
  private static final String COVER = "In current filings whose cover names this day. Reports without an election on "
      + "their cover are on the committee's page alone, but for independent spending that replaces a form 496. ";

  private static final String SPENT = Explanations.of("independent_spending_by_election").counts();

  private ElectionPage() {}

  static Page page() {
    return new Page("election", "Election", subject(), index(),
        List.of(totals(), independent(), candidates(), measures(), weeks(), committees(), filings()),
        Map.of("election_date", "election_date"));
  }

  private static Section subject() {
    return section(new Heading("election.subject", "Election", ""), Look.FIGURES,
        number("filings", "Filings").to("current_filings?election_date={key}"), number("committees", "Committees"),
        number("candidates", "Candidates known"), number("measures", "Measures known"));
  }

  private static Section index() {
    return section(new Heading("election.index", "Elections",
        "Days of elections on the covers of current filings, as filed, and those of the curated list."), Look.TABLE,
        date("election_date", "Election").to("-/election/{election_date}"), text("name", "Name"),
        number("filings", "Filings"), number("committees", "Committees"), spent());
  }

  private static Column spent() {
    return dollars("independent", "Independent spending")
        .counting(SPENT);
  }

  private static Section totals() {
    return section(new Heading("election.totals", "Money in these filings", COVER), Look.FIGURES,
        dollars("raised", "Contributions").counting(COVER + FinancePages.ADDED),
        dollars("paid", "Payments").counting(COVER + FinancePages.PAID), spent(), items());
  }

  private static Section independent() {
    return section(Heading.explained("election.independent", "Independent spending, for and against",
        "independent_spending_by_election"), Look.TABLE,
        text("target", "Candidate or measure").to("independent_spending_on?target={target}")
            .counting("Spellings that differ in case or outer blanks are one. The link shows all elections."),
        text("kind", "Kind"),
        dollars("supporting", "For"), dollars("opposing", "Against"), dollars("unstated", "Not said"), items(),
        number("spenders", "Spenders"));
  }

  private static Section candidates() {
    return section(Heading.explained("election.candidates", "Candidates", "candidate_totals"), Look.TABLE,
        text("candidate", "Candidate").to("candidates/{candidate_id}"), text("office", "Office"),
        text("outcome", "Outcome"), dollars("contributions", "Raised"), dollars("expenditures", "Spent"),
        dollars("supporting", "Others, for"), dollars("opposing", "Others, against"));
  }

  private static Section measures() {
    return section(Heading.explained("election.measures", "Measures", "measure_totals"), Look.TABLE,
        text("measure", "Measure").to("measures/{measure_id}"), text("side", "For or against"),
        dollars("contributions", "Raised"), dollars("spending", "Spent"));
  }

  private static Section weeks() {
    return section(new Heading("election.weeks", "Week by week", COVER + FinancePages.ADDED + FinancePages.PAID
        + "By the Monday of the week of the item's date."), Look.TIMELINE, date("week", "Week"),
        dollars("raised", "Contributions"), dollars("paid", "Payments"),
        dollars("independent", "Independent").counting(SPENT));
  }

  private static Section committees() {
    return section(new Heading("election.committees", "Committees", COVER + FinancePages.ADDED + FinancePages.PAID),
        Look.TABLE, committee("committee", "Committee"), dollars("raised", "Contributions"),
        dollars("paid", "Payments"), dollars("independent", "Independent").counting(SPENT),
        number("filings", "Filings"));
  }

  private static Section filings() {
    return section(new Heading("election.filings", "Every filing",
        "Current filings whose cover names this day, the latest first."), Look.TABLE, report(),
        committee("committee", "Committee"), date("filed_on", "Filed"), date("period_start", "From"),
        date("period_end", "Until"), image());
  }
}

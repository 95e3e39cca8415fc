package band.civic.electionfinance.load;

import static band.civic.electionfinance.load.FinancePages.amount;
import static band.civic.electionfinance.load.FinancePages.bars;
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

import band.civic.clerk.spi.SiteDatabase.Look;
import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.clerk.spi.SiteDatabase.Section;
import band.civic.electionfinance.load.FinancePages.Heading;
import java.util.List;
import java.util.Map;

/// A committee: what it raised and spent, from and for whom, and every report it filed.
final class CommitteePage {

  private CommitteePage() {}

  static Page page() {
    return new Page("committee", "Committee", subject(), index(), List.of(totals(), years(), months(),
        bars("committee.types", "Who gave: by kind", "committee_by_type"),
        bars("committee.origins", "Where from", "committee_by_origin"),
        bars("committee.sizes", "How much at a time", "committee_by_size"), contributors(),
        bars("committee.purposes", "What for", "spending_by_code"), payees(), independent(), candidate(),
        differences(), filings()),
        Map.of("committee", "filer_key", "filer_key", "filer_key", "spender", "filer_key"));
  }

  private static Section subject() {
    return section(new Heading("committee.subject", "Committee", ""), Look.FIGURES,
        text("fppc_id", "State id").to("filers/{key}"),
        text("committee_type", "Type"), date("first_period", "Reports from"), date("last_period", "until"),
        number("current_filings", "Filings that count").to("current_filings?filer_key={key}"),
        text("other_names", "Also called"));
  }

  private static Section index() {
    return section(Heading.explained("committee.index", "Committees", "committee_spans"), Look.TABLE,
        text("name", "Committee").to("-/committee/{key}"), text("committee_type", "Type"),
        date("first_year", "From"), date("last_year", "Until"), total("contributions", "Raised"),
        total("expenditures", "Spent"));
  }

  private static Section totals() {
    return section(Heading.explained("committee.totals", "All years", "committee_spans"), Look.FIGURES,
        total("contributions", "Raised"), total("expenditures", "Spent"), total("cash_end", "Cash at the end"),
        total("debts", "Debts at the end"), total("itemized", "Itemized"), total("unitemized", "Not itemized"),
        total("small", "Small contributions"), total("loans", "Loans, net"), total("accrued", "Unpaid bills, net"),
        total("late_contributions", "Late, not covered yet"),
        number("n_contributors", "Contributors").counting("Different names among the items, over all years."));
  }

  private static Section years() {
    return section(Heading.explained("committee.years", "Year by year", "committee_totals"), Look.TIMELINE, year(),
        total("contributions", "Raised"), total("expenditures", "Spent"), total("cash_end", "Cash at the end"),
        total("debts", "Debts at the end"), total("itemized", "Itemized"), total("unitemized", "Not itemized"),
        total("loans", "Loans, net"), number("n_contributors", "Contributors"));
  }

  private static Section months() {
    return section(new Heading("committee.months", "Month by month",
        FinancePages.ADDED + FinancePages.PAID + "By the month of the item's date."), Look.TIMELINE,
        date("month", "Month"), dollars("raised", "Contributions"), dollars("paid", "Payments"), items());
  }

  private static Section contributors() {
    return section(new Heading("committee.contributors", "Largest contributors",
        FinancePages.ADDED + FinancePages.NAMESAKES + " The 50 largest."), Look.TABLE, person(),
        text("entity_cd", "Kind"), amount(), items(), date("first_date", "First"), date("last_date", "Last"));
  }

  private static Section payees() {
    return section(new Heading("committee.payees", "Largest payees",
        FinancePages.PAID + FinancePages.NAMESAKES + " The 50 largest."), Look.TABLE, person(), amount(), items(),
        date("first_date", "First"), date("last_date", "Last"));
  }

  private static Section independent() {
    return section(Heading.explained("committee.independent", "Its independent spending", "independent_spending"),
        Look.TABLE, text("target", "Candidate or measure").to("independent_spending_on?target={target}"),
        text("side", "For or against"), year(), amount(), items(), date("first_date", "First"),
        date("last_date", "Last"));
  }

  private static Section candidate() {
    return section(Heading.explained("committee.about", "Its candidate, and what others spent", "candidate_totals"),
        Look.TABLE, text("candidate", "Candidate"), dollars("contributions", "Raised"),
        dollars("expenditures", "Spent"), dollars("supporting", "Others, for"), dollars("opposing", "Others, against"));
  }

  private static Section differences() {
    return section(Heading.explained("committee.differences", "Filings that do not add up", "reconciliation"),
        Look.TABLE, date("period_start", "From").to("filings/{filing_key}"), date("period_end", "Until"),
        text("schedule", "Schedule"), dollars("summary", "Its summary says"), dollars("itemized", "Its items make"),
        dollars("diff", "Difference"), text("explanation", "Why"));
  }

  private static Section filings() {
    return section(new Heading("committee.filings", "Every filing",
        "Every version of every report, the latest period first. Only those that count are added to the totals."),
        Look.TABLE, report(), date("filed_on", "Filed"), date("period_start", "From"), date("period_end", "Until"),
        text("state", "State"), number("n", "Rows").to("transactions?filing_key={filing_key}"), image());
  }
}

package band.civic.electionfinance.sample;

import java.time.LocalDate;
import java.util.Optional;

/// An invented committee as its reports' covers name it.
record Committee(String filerId, String name, String type, String office, Optional<LocalDate> election) {
  private static final LocalDate GENERAL = LocalDate.of(2024, 11, 5);

  static final Committee BRIDGES = ballot("1300001", "Sample Committee for Bridges 2024");
  static final Committee CORA = candidate("1300002", "Cora Candidate for County Supervisor 2024", "BSU");
  static final Committee SHERIFF = candidate("Pending", "Placeholder for Sheriff 2024", "SHC");
  static final Committee NEIGHBORS = general("Pending", "Imaginary Neighbors United");
  static final Committee BUILDERS = general("1300005", "Example Builders Political Action Committee");
  static final Committee INDUSTRIES = new Committee("1300006", "Pretend Industries, Inc.", "MDI", "", Optional.empty());
  static final Committee GUIDE = general("1300007", "Fictional Voters Guide Committee");
  static final Committee AGAINST = ballot("1300008", "Sample Taxpayers Against Bridges 2024");

  private static Committee ballot(String id, String name) {
    return new Committee(id, name, "BMC", "", Optional.of(GENERAL));
  }

  private static Committee candidate(String id, String name, String office) {
    return new Committee(id, name, "CTL", office, Optional.of(GENERAL));
  }

  private static Committee general(String id, String name) {
    return new Committee(id, name, "RCP", "", Optional.empty());
  }

  Committee named(String otherName) {
    return new Committee(filerId, otherName, type, office, election);
  }
}

package band.civic.electionfinance.transform.wire;

/// Something wrong with a row or filing.
///
/// @param code what kind of thing
/// @param detail what was found, for a person
public record Flaw(IssueCode code, String detail) {}

package band.civic.electionfinance.model.filing;

/// Two reports of one filer that share days while neither contains the other: items in both count once.
///
/// @param earlier the one filed first
/// @param later the one filed later
public record Overlap(Filing earlier, Filing later) {}

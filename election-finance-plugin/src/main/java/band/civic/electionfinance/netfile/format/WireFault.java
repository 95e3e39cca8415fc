package band.civic.electionfinance.netfile.format;

/// A row that could not be read and was left out; the rows around it were read.
///
/// @param line where it begins, as [WireRow] counts
/// @param reason what is wrong with it
/// @param excerpt its first fields, enough to find it by; never an address, a telephone number or an e-mail address
public record WireFault(long line, String reason, String excerpt) {}

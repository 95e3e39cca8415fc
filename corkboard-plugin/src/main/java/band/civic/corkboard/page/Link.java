package band.civic.corkboard.page;

/// Words that lead somewhere.
///
/// @param text the words
/// @param href where to
public record Link(String text, String href) {}

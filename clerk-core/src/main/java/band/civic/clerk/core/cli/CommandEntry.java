package band.civic.clerk.core.cli;

/// One command of the host as the root help lists it.
///
/// @param name what is typed
/// @param section the heading it stands under in `clerk --help`
/// @param description one line
public record CommandEntry(String name, String section, String description) {}

package band.civic.clerk.core.cli;

import java.util.function.Function;

/// One command of the host as the root help lists it; the command itself is made only when it is typed.
///
/// @param name what is typed
/// @param section the heading it stands under in `clerk --help`
/// @param description one line
/// @param command makes the picocli command
public record CommandEntry(String name, String section, String description, Function<Rooms, Object> command) {}

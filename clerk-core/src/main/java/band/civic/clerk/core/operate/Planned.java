package band.civic.clerk.core.operate;

import java.time.Instant;
import java.util.Optional;

/// Something that a schedule does.
///
/// @param name the schedule
/// @param what it does, for people
/// @param next when it is time again; empty when it is paused or over
/// @param last when it last did something
/// @param paused whether it does nothing until it is resumed
public record Planned(String name, String what, Optional<Instant> next, Optional<Instant> last, boolean paused) {}

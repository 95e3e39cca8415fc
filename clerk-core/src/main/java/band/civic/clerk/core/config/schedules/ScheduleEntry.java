package band.civic.clerk.core.config.schedules;

/// One schedule of `site-config/schedules.yaml`.
///
/// @param name what it is called and remembered under
/// @param description for people; empty when there is none
/// @param timing when
/// @param wish what is to be done then
/// @param place where it stands, for messages
public record ScheduleEntry(String name, String description, Timing timing, Wish wish, String place) {}

/// Schedules in the words of other clocks: cron and systemd.
@NullMarked
package band.civic.clerk.core.schedule.print;

import org.jspecify.annotations.NullMarked;

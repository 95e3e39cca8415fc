package band.civic.clerk.core.schedule;

import band.civic.clerk.core.config.schedules.ScheduleEntry;
import band.civic.clerk.core.config.schedules.Timing;
import band.civic.clerk.core.config.schedules.Wish.For;
import band.civic.clerk.core.worker.Milestones;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what a schedule is for. Asked once too often it does nothing: of a planned time it knows whether it was served,
/// and a site that was handed out is not due any more. So it does not matter who asks, how many, or whether one of them
/// dies.
public final class Firing {
  /// So many sites in one transaction, so that others get to the registry in between.
  private static final int BATCH = 100;
  private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

  private static final Duration PUNCTUAL = Duration.ofMinutes(10);

  private final ScheduleDesk desk;

  public Firing(ScheduleDesk desk) {
    this.desk = desk;
  }

  /// Checks the schedule and begins to remember it.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadConfiguration when its `cron` cannot be read, or its job cannot be
  ///   made so
  public void begin(ScheduleEntry entry) {
    new HandOut(desk, entry).check();
    desk.book().begin(entry.name(), lastWindow(entry));
  }

  /// Serves the last planned time if nobody did; a schedule without planned times does what it does.
  ///
  /// @return how many jobs were wanted, those included that were in the queue already
  public int fire(ScheduleEntry entry) {
    new HandOut(desk, entry).check();
    // whoever has another clock calls at the planned time itself: the first one is still to be served then
    desk.book().begin(entry.name(), Agenda.lastWindow(entry, desk.clock().instant().minus(PUNCTUAL)));
    return switch (entry.timing()) {
      case Timing.Every _ -> repeated(entry);
      case Timing.Cron _ -> lastWindow(entry).map(window -> planned(entry, window)).orElse(0);
    };
  }

  /// Does it now, whether it is time or not, and whether it is paused or not.
  public int fireNow(ScheduleEntry entry) {
    begin(entry);
    var handOut = new HandOut(desk, entry);
    return isPossible(handOut) ? rest(handOut, first(handOut, now -> true)) : 0;
  }

  private Optional<Instant> lastWindow(ScheduleEntry entry) {
    return Agenda.lastWindow(entry, desk.clock().instant());
  }

  private int repeated(ScheduleEntry entry) {
    if (desk.book().find(entry.name()).filter(ScheduleBook.Memory::paused).isPresent()) {
      return 0;
    }
    return fireNow(entry);
  }

  private int planned(ScheduleEntry entry, Instant window) {
    var served = desk.book().find(entry.name()).flatMap(ScheduleBook.Memory::lastWindowAt);
    if (served.filter(last -> !last.isBefore(window)).isPresent()) {
      return 0;
    }
    var handOut = new HandOut(desk, entry);
    var can = isPossible(handOut);
    return rest(handOut, first(handOut, now -> desk.book().takeWindow(entry.name(), window, now) && can));
  }

  /// That a planned time was served and its first jobs are one commit: whoever dies in between leaves it unserved.
  private int first(HandOut handOut, Predicate<Instant> may) {
    var now = desk.clock().instant();
    return inTurn(() -> may.test(now) ? first(handOut, now) : 0);
  }

  private int first(HandOut handOut, Instant now) {
    desk.book().fired(handOut.entry().name(), now);
    return switch (handOut.entry().wish().sites()) {
      case NOBODY -> handOut.oneJob();
      case DUE -> handOut.dueSites(now, batch(handOut, 0));
      case ENABLED -> {
        handOut.makeDue(now);
        yield handOut.dueSites(now, batch(handOut, 0));
      }
    };
  }

  /// Hands out the other sites in further transactions.
  private int rest(HandOut handOut, int first) {
    var all = first;
    if (handOut.entry().wish().sites() != For.NOBODY) {
      for (var taken = first; taken > 0; all += taken) {
        var limit = batch(handOut, all);
        taken = inTurn(() -> handOut.dueSites(desk.clock().instant(), limit));
      }
    }
    if (all > 0) {
      tell(handOut.entry(), all);
    }
    return all;
  }

  /// That the host looks after itself every few minutes is only for the file.
  private static void tell(ScheduleEntry entry, int jobs) {
    var line = "%s: %d job%s put in (%s)".formatted(entry.name(), jobs, jobs == 1 ? "" : "s", entry.wish().job());
    if (entry.wish().sites() == For.NOBODY) {
      LOG.info(line);
    } else {
      Milestones.tell(line);
    }
  }

  private int inTurn(IntSupplier work) {
    return desk.registry().inTransaction(sql -> {
      desk.book().queueUp();
      return work.getAsInt();
    });
  }

  private static int batch(HandOut handOut, int handedOut) {
    return Math.min(BATCH, handOut.entry().wish().limit() - handedOut);
  }

  /// Whether what the schedule asks for can be done here; for sites, it is looked up first which there are.
  private static boolean isPossible(HandOut handOut) {
    var wish = handOut.entry().wish();
    var possible = wish.sites() == For.NOBODY
        ? handOut.desk().kinds().find(wish.job()).isPresent()
        : handOut.enrol();
    if (!possible) {
      LOG.warn("Schedule {} asks for {}, which no plugin here brings", handOut.entry().name(), wish.job());
    }
    return possible;
  }
}

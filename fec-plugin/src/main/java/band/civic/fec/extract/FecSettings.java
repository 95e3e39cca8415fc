package band.civic.fec.extract;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Progress;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.TaskContext;
import band.civic.fec.model.Cycle;
import band.civic.fec.model.FecClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Settings of the bulk side: `fec.bulk-base`, `fec.now`, `fec.stall-seconds`, `fec.max-fault-rate`, `fec.fault-grace`,
/// `fec.empty-amount`.
///
/// @param settings of the host
public record FecSettings(Settings settings) {
  private static final String BULK_BASE = "https://www.fec.gov/files/bulk-downloads";
  private static final double DAY = Duration.ofDays(1).toMillis();

  /// The instant it is for the FEC's data.
  public Instant now(Instant real) {
    try {
      return FecClock.now(settings.find("fec.now"), real);
    } catch (IllegalArgumentException e) {
      throw new ClerkException.BadConfiguration(e.getMessage() + ".", e);
    }
  }

  /// The cycle that `--cycle` names, else the one it is.
  int cycle(TaskContext context) {
    return cycle(context.option("cycle"), context.clock().instant());
  }

  int cycle(Optional<String> named, Instant now) {
    var year = FecClock.year(now(now));
    try {
      return named.map(text -> Cycle.parse(text, year)).orElseGet(() -> Cycle.of(year));
    } catch (IllegalArgumentException e) {
      throw new ClerkException.BadConfiguration("--cycle: " + e.getMessage(), e);
    }
  }

  /// Where bulk files are downloaded from.
  String bulkBase() {
    return settings.find("fec.bulk-base").orElse(BULK_BASE).replaceFirst("/+$", "");
  }

  /// How long a download waits for the next byte.
  ///
  /// @throws ClerkException.BadConfiguration when it is no time
  Duration patience() {
    var millis = number("fec.stall-seconds", 60) * 1000;
    if (!(millis >= 1 && millis <= DAY)) {
      throw new ClerkException.BadConfiguration(
          "fec.stall-seconds is %s; it is a number of seconds above 0, at most a day."
              .formatted(settings.find("fec.stall-seconds").orElse("")));
    }
    return Duration.ofMillis((long) millis);
  }

  IngestOrder order(TaskContext context) {
    return new IngestOrder(0, emptyAmounts(), number("fec.max-fault-rate", 0.02),
        (long) number("fec.fault-grace", 20), context.option("force").isPresent(),
        context.option("allow-shrink").isPresent(), new OneOfMany(context.progress()), context::checkCancelled);
  }

  /// Progress through one file of several, whose sizes were told already.
  private record OneOfMany(Progress all) implements Progress {

    @Override
    public void step(String what) {
      all.step(what);
    }

    @Override
    public void total(long units) {}

    @Override
    public void advance(long units) {
      all.advance(units);
    }
  }

  private EmptyAmounts emptyAmounts() {
    var value = settings.find("fec.empty-amount").orElse("judge");
    return switch (value) {
      case "keep" -> EmptyAmounts.KEEP;
      case "reject" -> EmptyAmounts.REJECT;
      case "judge" -> EmptyAmounts.JUDGE;
      default -> throw new ClerkException.BadConfiguration(
          "fec.empty-amount is \"" + value + "\"; it is keep, reject or judge.");
    };
  }

  private double number(String key, double otherwise) {
    try {
      return settings.find(key).map(Double::parseDouble).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new ClerkException.BadConfiguration(key + " is no number.", e);
    }
  }
}

package band.civic.clerk.core.operate.freshness;

import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.mail.MailSettings;
import band.civic.clerk.core.operate.mail.Mailer;
import band.civic.clerk.core.queue.Limits;
import band.civic.clerk.core.worker.JobKind;
import band.civic.clerk.core.worker.JobResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The host's job `report.freshness`: writes the report to `{storage}/reports/freshness.html`, and with the argument
/// `mail=true` sends its summary.
public final class FreshnessJob {
  private static final String MAIL = "mail";
  private static final Limits LIMITS = new Limits(Duration.ofMinutes(5), 5);

  private FreshnessJob() {}

  /// The type of job.
  public static JobKind kind(Supplier<OperateDesk> desk, Supplier<Optional<MailSettings>> mail) {
    return JobKind.of("report.freshness", "operate", LIMITS, context -> {
      var report = FreshnessReport.of(desk.get());
      write(FreshnessHtml.of(report), desk.get().storage().resolve("reports").resolve("freshness.html"));
      if (Boolean.parseBoolean(context.arguments().get(MAIL))) {
        mail.get()
            .ifPresent(settings -> new Mailer(settings, desk.get().clock()).send(FreshnessText.subject(report),
                FreshnessText.body(report)));
      }
      return new JobResult.Done(Map.of("sites", String.valueOf(report.lines().size())));
    }).withDescription("Write the report of freshness.").withArguments(Set.of(MAIL));
  }

  /// Beside it first, so that nobody reads half of it.
  static void write(String html, Path file) {
    try {
      Files.createDirectories(file.getParent());
      var beside = Files.writeString(file.resolveSibling("." + file.getFileName() + ".new"), html);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

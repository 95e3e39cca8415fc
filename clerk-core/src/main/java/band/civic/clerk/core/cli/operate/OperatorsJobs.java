package band.civic.clerk.core.cli.operate;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.output.Json;
import band.civic.clerk.core.event.webhook.Webhooks;
import band.civic.clerk.core.operate.alert.AlertJobs.Channels;
import band.civic.clerk.core.operate.alert.AlertJobs;
import band.civic.clerk.core.operate.freshness.FreshnessJob;
import band.civic.clerk.core.operate.mail.MailSettings;
import band.civic.clerk.core.operate.reconcile.ReconcileJob;
import band.civic.clerk.core.worker.JobKind;
import java.util.ArrayList;
import java.util.List;

/// The jobs of these rooms, all in the queue `operate`.
public final class OperatorsJobs {

  private OperatorsJobs() {}

  /// `reconcile`, `alerts`, `alert-mail`, `alert-webhook`, `report.freshness`.
  public static List<JobKind> list(Rooms rooms) {
    var settings = rooms.settings().settings();
    var channels = new Channels(() -> Webhooks.of(settings, rooms.clock()), () -> MailSettings.of(settings), Json::of);
    var kinds = new ArrayList<>(new AlertJobs(() -> OperatorsDoor.desk(rooms), channels).kinds());
    kinds.add(ReconcileJob.kind(() -> OperatorsDoor.desk(rooms)));
    kinds.add(FreshnessJob.kind(() -> OperatorsDoor.desk(rooms), () -> MailSettings.of(settings)));
    return kinds;
  }
}

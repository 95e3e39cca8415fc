package band.civic.clerk.core.operate.alert;

import band.civic.clerk.core.event.Event.About;
import band.civic.clerk.core.event.Event.Kind;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Facts;
import band.civic.clerk.core.event.Outbox;
import band.civic.clerk.core.operate.OperateDesk;
import band.civic.clerk.core.operate.alert.Alert.Concern;
import band.civic.clerk.core.operate.state.SiteState;
import band.civic.clerk.core.operate.state.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Looks once: opens what is wrong, closes what is over, and has both told. Opening and having it told are one
/// transaction, so that nothing is told twice or never.
public final class AlertRound {
  private final OperateDesk desk;
  private final Consumer<News> teller;

  /// @param teller enqueues what tells people; called within the transaction, and only with news
  public AlertRound(OperateDesk desk, Consumer<News> teller) {
    this.desk = desk;
    this.teller = teller;
  }

  /// What began and what is over.
  ///
  /// @param opened ids of alerts
  /// @param closed ids of alerts
  public record News(List<String> opened, List<String> closed) {

    public News {
      opened = List.copyOf(opened);
      closed = List.copyOf(closed);
    }

    public boolean isEmpty() {
      return opened.isEmpty() && closed.isEmpty();
    }
  }

  public News look() {
    var concerns = new AlertRules(desk).list();
    var sites = desk.sites();
    var book = new AlertBook(desk.registry());
    return desk.registry().inTransaction(_ -> {
      var news = new News(open(book, concerns, sites), close(book, concerns));
      if (!news.isEmpty()) {
        teller.accept(news);
      }
      return news;
    });
  }

  private List<String> open(AlertBook book, List<Concern> concerns, List<SiteState> sites) {
    var opened = new ArrayList<String>();
    for (var concern : concerns) {
      book.open(concern, desk.clock().instant()).ifPresent(id -> {
        opened.add(id);
        sites.stream().filter(site -> isAbout(concern, site)).forEach(this::tellListeners);
      });
    }
    return opened;
  }

  private List<String> close(AlertBook book, List<Concern> concerns) {
    var wrong = concerns.stream().map(Concern::key).collect(Collectors.toSet());
    return book.listOpen()
        .stream()
        .filter(alert -> !wrong.contains(alert.concern().key()) && book.close(alert, desk.clock().instant()))
        .map(Alert::alertId)
        .toList();
  }

  private static boolean isAbout(Concern concern, SiteState site) {
    return concern.kind().equals(AlertRules.SITE_STALE) && site.standing() == Standing.STALE
        && concern.subject().equals(site.key().subdomain() + "/" + site.key().dataType());
  }

  private void tellListeners(SiteState site) {
    new Outbox(desk.registry()).add(Event.of(Kind.SITE_STALE, About.data(site.key().subdomain(), site.key().dataType()),
        Facts.stale(site.lastSuccessAt()), desk.clock().instant()));
  }
}

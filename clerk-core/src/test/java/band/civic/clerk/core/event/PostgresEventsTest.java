package band.civic.clerk.core.event;

import band.civic.clerk.core.store.TestPostgres;

class PostgresEventsTest extends EventsContract {

  @Override
  String newDatabase() {
    return TestPostgres.newRegistry();
  }
}

package band.civic.clerk.core.queue;

import band.civic.clerk.core.store.TestPostgres;

class PostgresJobQueueTest extends JobQueueContract {
  @Override
  String newRegistry() {
    return TestPostgres.newRegistry();
  }
}

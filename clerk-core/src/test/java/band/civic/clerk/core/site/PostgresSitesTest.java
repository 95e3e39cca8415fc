package band.civic.clerk.core.site;

import band.civic.clerk.core.store.TestPostgres;

class PostgresSitesTest extends SitesContract {

  @Override
  String newDatabase() {
    return TestPostgres.newRegistry();
  }
}

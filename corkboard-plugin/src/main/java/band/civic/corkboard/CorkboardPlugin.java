package band.civic.corkboard;

import band.civic.clerk.spi.ClerkPlugin;

/// Serving. Its command arrives with the serving issue; until then it only loads.
public final class CorkboardPlugin implements ClerkPlugin {

  @Override
  public String name() {
    return "corkboard";
  }
}

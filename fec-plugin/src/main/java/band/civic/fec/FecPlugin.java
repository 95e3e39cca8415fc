package band.civic.fec;

import band.civic.clerk.spi.ClerkPlugin;

/// Federal campaign money. Its pipelines arrive with the FEC issue; until then it only loads.
public final class FecPlugin implements ClerkPlugin {

  @Override
  public String name() {
    return "fec";
  }
}

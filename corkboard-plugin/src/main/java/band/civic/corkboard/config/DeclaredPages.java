package band.civic.corkboard.config;

import band.civic.clerk.spi.SiteDatabase.Page;
import java.util.List;

/// The pages a plugin declares. They never change while the server runs, so their hash, which every ETag needs, is worked
/// out once.
public final class DeclaredPages {
  private final List<Page> pages;
  private final int hash;

  public DeclaredPages(List<Page> pages) {
    this.pages = List.copyOf(pages);
    this.hash = this.pages.hashCode();
  }

  public List<Page> pages() {
    return pages;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeclaredPages same && same.hash == hash && same.pages.equals(pages);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}

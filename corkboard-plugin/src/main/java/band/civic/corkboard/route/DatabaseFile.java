package band.civic.corkboard.route;

import java.nio.file.Path;

/// A database that is served.
///
/// @param name its name in URLs
/// @param file where it is
/// @param shownPath the path that readers are told
/// @param immutable true when nobody writes it while it is served
public record DatabaseFile(String name, Path file, String shownPath, boolean immutable) {}

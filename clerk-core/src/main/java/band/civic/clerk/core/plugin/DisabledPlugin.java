package band.civic.clerk.core.plugin;

import java.nio.file.Path;

/// A plugin that `disabled.txt` names, or that `enabled.txt` does not.
///
/// @param file the jar, zip or directory
/// @param id the plugin's id
/// @param version semantic version
public record DisabledPlugin(Path file, String id, String version) {}

package band.civic.clerk.spi;

import java.util.Optional;

/// Settings a plugin may read, by dotted lower-case key such as `netfile.page-size`.
///
/// A value comes from the environment (`CLERK_NETFILE_PAGE_SIZE`), else from `clerk.yaml`, else it is absent and the
/// plugin's own default holds. `clerk config show` prints each value with where it came from.
public interface Settings {

  /// The value of `key`, if anyone set it.
  Optional<String> find(String key);

  /// A secret: only from the environment, or from the file that `CLERK_<KEY>_FILE` names; never from `clerk.yaml`.
  /// Whoever reads one keeps it out of logs, notices, files and error texts.
  Optional<String> findSecret(String key);
}

package band.civic.clerk.core.config;

/// One setting as `clerk config show` prints it.
///
/// @param key `storage-dir`, `netfile.page-size`
/// @param value as it is in force; masked where it is or holds a secret
/// @param origin who set it: `flag --storage-dir`, `environment CLERK_STORAGE_DIR`, `clerk.yaml:3`, `default`
public record Setting(String key, String value, String origin) {}

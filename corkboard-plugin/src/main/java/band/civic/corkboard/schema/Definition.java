package band.civic.corkboard.schema;

import org.jspecify.annotations.Nullable;

/// A line of `sqlite_master`: what a part of a database was made with.
///
/// @param type `table`, `view`, `index` or `trigger`
/// @param name its name
/// @param table the table it belongs to
/// @param sql how it was made; nothing for what SQLite made by itself
record Definition(String type, String name, String table, @Nullable String sql) {}

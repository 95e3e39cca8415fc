package band.civic.clerk.etl.bulk;

import java.util.List;

/// A secondary index.
///
/// @param root the page its b-tree starts at
/// @param columns its columns as places among the table's stored columns, the key's place included
/// @param plain whether it is not unique, not partial, ascending, compares bytes and has only columns that are stored
///   in one form; no other index can be written directly
/// @param sql the statement that makes it
record TableIndex(String name, int root, List<Integer> columns, boolean plain, String sql) {}

package band.civic.corkboard.render;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows that are about to be shown.
///
/// @param columns names
/// @param rows values in their order
/// @param keys the primary key, empty for a table without one; nothing for a query
public record Grid(List<String> columns, List<@Nullable Object[]> rows, Optional<List<String>> keys) {}

/// Read-only connections to published files: one pool per file version, deadlines, and the check of foreign SQL.
@NullMarked
package band.civic.corkboard.sqlite;

import org.jspecify.annotations.NullMarked;

/// Published SQLite databases: built beside, checked, renamed; the file that readers open is never written in place.
@NullMarked
package band.civic.clerk.etl.sqlite;

import org.jspecify.annotations.NullMarked;

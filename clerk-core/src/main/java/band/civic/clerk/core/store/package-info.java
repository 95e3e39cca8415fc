/// The registry database, on SQLite or PostgreSQL: connections, migrations, tables.
@NullMarked
package band.civic.clerk.core.store;

import org.jspecify.annotations.NullMarked;

/// Rows as Apache Parquet, written while they are read. Only what rows of SQLite need: flat columns, plain values, gzip.
@NullMarked
package band.civic.corkboard.parquet;

import org.jspecify.annotations.NullMarked;

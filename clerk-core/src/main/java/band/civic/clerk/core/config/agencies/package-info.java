/// The agencies that a source lists, and the reviewed mapping from them to sites.
@NullMarked
package band.civic.clerk.core.config.agencies;

import org.jspecify.annotations.NullMarked;

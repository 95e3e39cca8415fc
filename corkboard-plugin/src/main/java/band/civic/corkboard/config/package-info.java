/// Settings, configuration and metadata files, and stored queries.
@NullMarked
package band.civic.corkboard.config;

import org.jspecify.annotations.NullMarked;

/// The reviewed sites, and tables of sites to import and export.
@NullMarked
package band.civic.clerk.core.config.sites;

import org.jspecify.annotations.NullMarked;

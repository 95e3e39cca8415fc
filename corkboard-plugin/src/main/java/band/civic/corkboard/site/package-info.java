/// Sites: which host name shows which databases, and the homepage over all of them.
@NullMarked
package band.civic.corkboard.site;

import org.jspecify.annotations.NullMarked;

/// The registered sites and what each of them has.
@NullMarked
package band.civic.clerk.core.site;

import org.jspecify.annotations.NullMarked;

/// What HTML pages show; the templates are in src/main/jte.
@NullMarked
package band.civic.corkboard.page;

import org.jspecify.annotations.NullMarked;

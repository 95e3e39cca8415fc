/// `clerk deploy`, typed.
@NullMarked
package band.civic.clerk.core.cli.deploy;

import org.jspecify.annotations.NullMarked;

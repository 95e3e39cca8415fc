/// `clerk schedule`, typed.
@NullMarked
package band.civic.clerk.core.cli.schedule;

import org.jspecify.annotations.NullMarked;

@NullMarked
package band.civic.clerk.core.cli.doctor;

import org.jspecify.annotations.NullMarked;

/// `clerk schedule`: what clerk does by itself.
@NullMarked
package band.civic.clerk.core.cli.schedule;

import org.jspecify.annotations.NullMarked;

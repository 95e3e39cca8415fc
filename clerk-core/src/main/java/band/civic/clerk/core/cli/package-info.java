/// The command line: what can be typed, and how an outcome looks. Nobody imports this package but the composition root.
@NullMarked
package band.civic.clerk.core.cli;

import org.jspecify.annotations.NullMarked;

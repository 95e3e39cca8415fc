/// The host's entry point and its only composition root.
@NullMarked
package band.civic.clerk.core;

import org.jspecify.annotations.NullMarked;

/// The commands about the host itself: its registry and its settings.
@NullMarked
package band.civic.clerk.core.cli.host;

import org.jspecify.annotations.NullMarked;

/// `clerk plugin`: what is installed, what it brings, and why something cannot be used.
@NullMarked
package band.civic.clerk.core.cli.plugin;

import org.jspecify.annotations.NullMarked;

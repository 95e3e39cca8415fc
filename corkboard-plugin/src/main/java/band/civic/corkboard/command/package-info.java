/// The commands of the plugin.
@NullMarked
package band.civic.corkboard.command;

import org.jspecify.annotations.NullMarked;

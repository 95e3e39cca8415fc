/// What the registry knows at this moment of queues, workers, runs and sites. Reads only.
@NullMarked
package band.civic.clerk.core.operate.state;

import org.jspecify.annotations.NullMarked;

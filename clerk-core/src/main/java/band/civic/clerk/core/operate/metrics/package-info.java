/// Numbers for Prometheus.
@NullMarked
package band.civic.clerk.core.operate.metrics;

import org.jspecify.annotations.NullMarked;

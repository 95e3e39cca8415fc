@NullMarked
package band.civic.clerk.core.deploy.target;

import org.jspecify.annotations.NullMarked;

/// Settings of the host and reviewed site data: files that people write, read strictly, with the line of every mistake.
@NullMarked
package band.civic.clerk.core.config;

import org.jspecify.annotations.NullMarked;

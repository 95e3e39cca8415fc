/// NetFile for tests: synthetic files in its formats, and a server that hands them out.
@NullMarked
package band.civic.clerk.testkit.netfile;

import org.jspecify.annotations.NullMarked;

/// Requests, answers and their parts, and the one class that knows the web server.
@NullMarked
package band.civic.corkboard.http;

import org.jspecify.annotations.NullMarked;

/// The web server: turns its requests into calls and sends answers. The only package that knows Jetty.
@NullMarked
package band.civic.corkboard.web;

import org.jspecify.annotations.NullMarked;

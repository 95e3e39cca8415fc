/// What keeps the server and its data safe: who may read what, how much, and from where.
@NullMarked
package band.civic.corkboard.guard;

import org.jspecify.annotations.NullMarked;

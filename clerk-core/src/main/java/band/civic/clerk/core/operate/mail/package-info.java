/// Sends mail. The only room that knows the mail library.
@NullMarked
package band.civic.clerk.core.operate.mail;

import org.jspecify.annotations.NullMarked;

/// What follows from events: pipelines that are made from the data, deployments, webhooks.
@NullMarked
package band.civic.clerk.core.worker.follow;

import org.jspecify.annotations.NullMarked;

package band.civic.clerk.spi;

import java.nio.file.Path;
import javax.sql.DataSource;

/// The directories and databases of one site and data type.
public interface Workspace {

  /// Where stages leave their products: `{storage}/{subdomain}/{dataType}/work`. Exists.
  Path directory();

  /// Where raw answers of the source are kept: `{storage}/{subdomain}/{dataType}/raw`. Exists.
  Path rawDirectory();

  /// The published file of the pipeline's [SiteDatabase]. May not exist yet. It is never written in place.
  Path publishedFile();

  /// A SQLite database of the workspace, `bronze` for `work/bronze.db`; made on first use. Each connection is the
  /// caller's to close.
  DataSource database(String name);
}

package band.civic.clerk.etl.sqlite;

import java.nio.file.Path;

/// How an attempt to publish ended well.
///
/// @param file the file that readers open
/// @param replaced whether it is a new version; false when the content is as it was, and the file was left alone
/// @param contentSum of the content without stamps; equal content has an equal sum
public record Publication(Path file, boolean replaced, String contentSum) {}

package band.civic.clerk.core;

import band.civic.clerk.core.worker.Milestones;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logging, set up in code because reading a file costs more than many a command. Nothing is set up before somebody
/// logs, and the file is opened only by commands that run something.
public final class Logs extends ContextAwareBase implements Configurator {
  private static final String CONSOLE = "console";
  private static final String FILE = "file";
  private static final long MEGABYTE = 1L << 20;
  private static final int OLD_FILES = 5;

  /// Logback calls this when the first logger is asked for: what libraries warn of goes to stderr.
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    console(context, "clerk: %-5level %msg%n%nopex", new NotOurs());
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// Where the log of a storage directory is.
  static Path file(Path storage) {
    return storage.resolve("logs").resolve("clerk.jsonl");
  }

  /// Writes everything into the storage directory's log: JSON lines, in files of 10 MB.
  static void toFile(Path storage) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.start();
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName(FILE);
    appender.setFile(file(storage).toString());
    appender.setEncoder(encoder);
    roll(appender, context);
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(Level.INFO);
  }

  /// Shows the log on the terminal, stack traces and all.
  static void toConsole() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAppender(CONSOLE);
    console(context, "%d{HH:mm:ss} %-5level %X{subdomain} %X{task} %logger{0}: %msg%n", new Filter<>() {
      @Override
      public FilterReply decide(ILoggingEvent event) {
        return FilterReply.NEUTRAL;
      }
    });
    root.setLevel(Level.INFO);
  }

  /// Shows on the terminal what a person who watches a service is told, and what anybody warns of, in a line each; what
  /// libraries say of themselves, and stack traces, are for the file.
  static void toWatcher() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(CONSOLE);
    console(context, "%d{HH:mm:ss} %replace(%level ){'INFO ', ''}%msg%n%nopex", new Filter<>() {
      @Override
      public FilterReply decide(ILoggingEvent event) {
        return event.getLevel().isGreaterOrEqual(Level.WARN) || event.getLoggerName().equals(Milestones.LOGGER)
            ? FilterReply.NEUTRAL
            : FilterReply.DENY;
      }
    });
  }

  /// Closes the file.
  static void close() {
    var root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    Optional.ofNullable(root.getAppender(FILE)).ifPresent(appender -> {
      root.detachAppender(appender);
      appender.stop();
    });
  }

  private static void roll(RollingFileAppender<ILoggingEvent> appender, LoggerContext context) {
    var policy = new FixedWindowRollingPolicy();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(appender.rawFileProperty() + ".%i");
    policy.setMaxIndex(OLD_FILES);
    policy.start();
    var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(10 * MEGABYTE));
    size.start();
    appender.setRollingPolicy(policy);
    appender.setTriggeringPolicy(size);
  }

  private static void console(LoggerContext context, String pattern, Filter<ILoggingEvent> filter) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(pattern);
    encoder.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName(CONSOLE);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    filter.start();
    appender.addFilter(filter);
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }

  /// What clerk itself logs is shown by its commands in their own way, so the terminal gets only what others warn of.
  private static final class NotOurs extends Filter<ILoggingEvent> {
    @Override
    public FilterReply decide(ILoggingEvent event) {
      return event.getLevel().isGreaterOrEqual(Level.WARN) && !event.getLoggerName().startsWith("band.civic.clerk.core")
          ? FilterReply.NEUTRAL
          : FilterReply.DENY;
    }
  }
}

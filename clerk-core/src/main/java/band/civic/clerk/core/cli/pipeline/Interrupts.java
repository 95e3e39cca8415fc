package band.civic.clerk.core.cli.pipeline;

import band.civic.clerk.core.job.ExitCodes;
import band.civic.clerk.core.pipeline.Cancellation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns Ctrl-C and a polite kill into a request to stop, so that the run ends in order; a second one ends the process.
///
/// A shutdown hook would not do: the exit code would be the signal's, and the run would race with the end of the
/// process. The JDK's other way is `sun.misc.Signal` of its module `jdk.unsupported`, which is called by name because the
/// compiler warns of a direct use and warnings are errors here.
public final class Interrupts implements AutoCloseable, InvocationHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  private final Cancellation cancellation;
  private final List<Replaced> replaced = new ArrayList<>();

  private Interrupts(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /// Listens until closed.
  public static Interrupts on(Cancellation cancellation) {
    var interrupts = new Interrupts(cancellation);
    interrupts.listen();
    return interrupts;
  }

  /// Gives the signals back to whoever had them.
  @Override
  public void close() {
    try {
      for (var signal : replaced) {
        handle(signal.signal(), signal.handler());
      }
    } catch (ReflectiveOperationException e) {
      LOG.warn("Signals could not be given back", e);
    }
  }

  /// Called by the JDK, on a thread of its own.
  @Override
  public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "handle" -> stop();
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> arguments != null && System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
      default -> "clerk";
    };
  }

  private boolean stop() {
    if (cancellation.isRequested()) {
      Runtime.getRuntime().halt(ExitCodes.CANCELLED);
    }
    cancellation.request("The run was stopped. What was finished is kept; run it again to go on.");
    return true;
  }

  private void listen() {
    try {
      var types = new Class<?>[]{Class.forName("sun.misc.SignalHandler")};
      var handler = Proxy.newProxyInstance(Interrupts.class.getClassLoader(), types, this);
      for (var name : SIGNALS) {
        var signal = Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
        replaced.add(new Replaced(signal, handle(signal, handler)));
      }
    } catch (ReflectiveOperationException e) {
      LOG.warn("Signals cannot be listened to; Ctrl-C will end the process at once", e);
    }
  }

  private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
    var handle = signal.getClass().getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"));
    return handle.invoke(null, signal, handler);
  }

  private record Replaced(Object signal, Object handler) {}
}

package band.civic.clerk.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedTest {

  /// A default method that a guard does not pass on would silently be the contract's default, whatever the plugin says.
  @ParameterizedTest
  @ValueSource(classes = {Guarded.GuardedPipeline.class, Guarded.GuardedTask.class, Guarded.GuardedJobType.class,
      Guarded.GuardedSiteListener.class, Guarded.GuardedDeployTarget.class, Guarded.GuardedHealthCheck.class})
  void a_guard_passes_on_every_method_of_the_contract(Class<?> guard) {
    var contract = guard.getInterfaces()[0];

    assertThat(Arrays.stream(contract.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers())))
        .isNotEmpty()
        .allSatisfy(method -> assertThat(declares(guard, method)).as(method.toString()).isTrue());
  }

  private static boolean declares(Class<?> guard, Method method) {
    return Arrays.stream(guard.getDeclaredMethods())
        .anyMatch(own -> own.getName().equals(method.getName())
            && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }
}

package org.example.hello;

import band.civic.clerk.spi.ClerkPlugin;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PluginContext;
import java.util.List;

/// What clerk finds in this jar, because META-INF/services names it.
public final class HelloPlugin implements ClerkPlugin {

  @Override
  public String name() {
    return "hello";
  }

  @Override
  public List<Pipeline> pipelines(PluginContext context) {
    return List.of(new HelloPipeline());
  }

  @Override
  public List<Object> commands(PluginContext context) {
    return List.of(new HelloCommand());
  }
}

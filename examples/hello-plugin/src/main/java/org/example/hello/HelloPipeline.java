package org.example.hello;

import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.Task;
import java.util.List;

/// Greetings for every site, in three tasks. clerk turns them into `clerk hello etl|extract|transform|load`.
final class HelloPipeline implements Pipeline {

  @Override
  public String dataType() {
    return "hello";
  }

  @Override
  public String description() {
    return "Greetings, to show how a plugin is written.";
  }

  @Override
  public SiteDatabase database() {
    return new SiteDatabase("hello/hello.db", "Hello", "How to greet people.", "The hello plugin",
        "https://example.org/greetings", "Public domain", List.of(), List.of());
  }

  @Override
  public boolean supports(Site site) {
    return true;
  }

  @Override
  public List<Task> tasks() {
    return List.of(
        Task.extract("fetch").writes("lines").freshFor(Freshness.hours(24)).runs(HelloTasks::fetch),
        Task.transform("clean").dependsOn("fetch").reads("lines").writes("pairs").runs(HelloTasks::clean),
        Task.load("publish").dependsOn("clean").reads("pairs").runs(HelloTasks::publish));
  }
}

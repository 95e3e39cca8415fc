package band.civic.clerk.dist.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The import table of ARCHITECTURE.md: this file is the drawing of who may know whom.
class DependencyRulesTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("band.civic");

  private static final String SPI = "band.civic.clerk.spi..";
  private static final String CORE = "band.civic.clerk.core.";
  private static final String ETL = "band.civic.clerk.etl.";

  /// A room, and all that it may import besides `java.*` and the room itself.
  record Room(String room, List<String> mayImport) {
    Room(String room, String... mayImport) {
      this(room, List.of(mayImport));
    }

    @Override
    public String toString() {
      return room;
    }
  }

  static Stream<Room> rooms() {
    return Stream.of(hostRooms(), lowerRooms(), etlRooms(), financeRooms(), fecRooms()).flatMap(rooms -> rooms);
  }

  private static Stream<Room> hostRooms() {
    return Stream.of(
        new Room(SPI, "org.jspecify.."),
        new Room(CORE + "cli..", SPI, "picocli..", CORE + "job..", CORE + "pipeline..", CORE + "schedule..",
            CORE + "site..", CORE + "plugin..", CORE + "config..", CORE + "deploy..", CORE + "queue..",
            CORE + "worker..", CORE + "event..",
            CORE + "store..", CORE + "operate..",
            "tools.jackson..",
            "org.slf4j..", "com.fasterxml.jackson.annotation.."),
        new Room(CORE + "deploy..", SPI, CORE + "files..", CORE + "event..", CORE + "site..", CORE + "store..",
            "org.jooq..",
            "org.slf4j..", "tools.jackson..", "software.amazon.awssdk.."),
        new Room(CORE + "event..", SPI, CORE + "files..", CORE + "store..", "org.jooq..", "org.slf4j..",
            "tools.jackson..",
            "javax.crypto.."),
        new Room(CORE + "job..", SPI, CORE + "files..", CORE + "event..", CORE + "pipeline..", CORE + "site..",
            CORE + "store..",
            CORE + "plugin..",
            "org.jooq..",
            "org.slf4j.."),
        new Room(CORE + "queue..", SPI, CORE + "site..", CORE + "store..", "org.jooq.."),
        new Room(CORE + "worker..", SPI, CORE + "event..", CORE + "queue..", CORE + "job..", CORE + "pipeline..",
            CORE + "plugin..",
            CORE + "site..", CORE + "store..", "org.jooq..", "org.slf4j.."),
        new Room(CORE + "operate..", SPI, CORE + "files..", CORE + "queue..", CORE + "worker..", CORE + "event..",
            CORE + "site..",
            CORE + "store..", "com.sun.net.httpserver..", "io.prometheus.metrics..", "gg.jte..", "jakarta.mail..",
            "org.jooq..", "org.slf4j.."),
        new Room(CORE + "schedule..", SPI, CORE + "queue..", CORE + "worker..", CORE + "site..", CORE + "store..",
            CORE + "config..", "org.quartz..", "org.jooq..", "org.slf4j.."));
  }

  /// What the host's other rooms stand on.
  private static Stream<Room> lowerRooms() {
    return Stream.of(
        new Room(CORE + "files.."),
        new Room(CORE + "pipeline..", SPI, CORE + "site..", CORE + "store..", "org.slf4j.."),
        new Room(CORE + "site..", SPI, CORE + "event..", CORE + "store..", CORE + "config..", "org.jooq..",
            "org.slf4j.."),
        new Room(CORE + "store..", SPI, "org.jooq..", "org.flywaydb..", "org.sqlite..", "com.zaxxer..", "org.slf4j.."),
        new Room(CORE + "plugin..", SPI, CORE + "files..", CORE + "config..", "org.pf4j..", "org.slf4j..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation.."),
        new Room(CORE + "config..", SPI, "tools.jackson..", "com.fasterxml.jackson.annotation..", "com.networknt..",
            "org.snakeyaml.engine..", "de.siegmar.fastcsv.."));
  }

  private static Stream<Room> etlRooms() {
    return Stream.of(
        new Room(ETL + "http..", SPI, "okhttp3..", "okio..", "org.slf4j..", "kotlin.."),
        new Room(ETL + "bronze..", SPI, ETL + "sqlite..", "org.slf4j.."),
        new Room(ETL + "sqlite..", SPI, "org.sqlite..", "org.slf4j.."),
        new Room(ETL + "bulk..", SPI, ETL + "sqlite..", "org.sqlite.."),
        new Room(ETL + "bulk.text..", SPI),
        new Room(ETL + "bulk.format.."),
        new Room(ETL + "bulk.sort..", ETL + "bulk.format.."));
  }

  private static Stream<Room> financeRooms() {
    return Stream.of(
        new Room("band.civic.electionfinance.model.."),
        new Room("band.civic.electionfinance.netfile..", SPI, "band.civic.electionfinance.model..", ETL + "http..",
            "okhttp3..", "okio..", "tools.jackson..", "com.fasterxml.jackson..", "de.siegmar.fastcsv..", "org.jsoup..",
            "org.slf4j..", "javax.xml..", "org.dhatim..", "com.fasterxml.aalto..", "org.codehaus.stax2.."),
        new Room("band.civic.electionfinance.extract..", SPI, "band.civic.electionfinance.model..",
            "band.civic.electionfinance.netfile..", ETL + "http..", ETL + "bronze..", "band.civic.clerk.testkit..",
            "okhttp3..", "org.slf4j..", "tools.jackson.."),
        new Room("band.civic.electionfinance.transform..", SPI, "band.civic.electionfinance.model..",
            "band.civic.electionfinance.netfile.format..", "band.civic.electionfinance.netfile.csv..", ETL + "bronze..",
            ETL + "sqlite..", "org.sqlite..",
            "org.slf4j..", "de.siegmar.fastcsv.."),
        new Room("band.civic.electionfinance.load..", SPI, "band.civic.electionfinance.model..", ETL + "sqlite..",
            "org.sqlite..", "org.slf4j.."));
  }

  private static Stream<Room> fecRooms() {
    return Stream.of(
        new Room("band.civic.fec.model.."),
        new Room("band.civic.fec.bulkfile..", SPI, "band.civic.fec.model..", ETL + "http..", ETL + "bulk..",
            "de.siegmar.fastcsv..", "okhttp3..",
            "okio..",
            "org.slf4j.."),
        new Room("band.civic.fec.openfec..", SPI, ETL + "http..", "tools.jackson..", "org.slf4j.."),
        new Room("band.civic.fec.bronze..", SPI, "band.civic.fec.bulkfile..", ETL + "sqlite..", ETL + "bulk..",
            "org.sqlite..", "tools.jackson.."),
        new Room("band.civic.fec.sample..", "band.civic.fec.bulkfile.."),
        new Room("band.civic.fec.extract..", SPI, "band.civic.fec.model..", "band.civic.fec.bulkfile..",
            "band.civic.fec.openfec..", "band.civic.fec.bronze..", "band.civic.fec.sample..", ETL + "bulk..",
            ETL + "sqlite..", ETL + "http..",
            "org.sqlite..", "org.slf4j..", "tools.jackson..", "de.siegmar.fastcsv.."),
        new Room("band.civic.fec.transform..", SPI, "band.civic.fec.model..", "band.civic.fec.bulkfile..",
            "band.civic.fec.bronze..", ETL + "sqlite..", "org.sqlite..", "org.slf4j.."),
        new Room("band.civic.fec.command..", SPI, "band.civic.fec.extract..", "band.civic.fec.openfec..",
            "band.civic.fec.bronze..", "band.civic.fec.bulkfile..", "band.civic.fec.model..", "picocli..",
            "org.sqlite..", "tools.jackson.."),
        new Room("band.civic.fec.load..", SPI, "band.civic.fec.model..", ETL + "sqlite..", "org.sqlite..",
            "org.slf4j.."));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_room_imports_only_what_the_table_lists(Room room) {
    var allowed = Stream.concat(Stream.of("java..", "javax.sql..", "org.jspecify..", room.room()),
        room.mayImport().stream()).toArray(String[]::new);

    classes().that()
        .resideInAPackage(room.room())
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(plainTypes()))
        .check(CLASSES);
  }

  @Test
  void nobody_imports_the_command_line() {
    noClasses().that(not(resideInAnyPackage(CORE + "cli..", "band.civic.clerk.core")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CORE + "cli..")
        .check(CLASSES);
  }

  @Test
  void no_plugin_knows_the_host_or_pf4j() {
    noClasses().that()
        .resideInAnyPackage("band.civic.electionfinance..", "band.civic.fec..", "band.civic.corkboard..",
            "band.civic.clerk.etl..", "band.civic.clerk.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("band.civic.clerk.core..", "org.pf4j..", "org.flywaydb..")
        .check(CLASSES);
  }

  @Test
  void there_are_no_package_cycles() {
    // compiled templates read whatever a route shows: they are text, not a room
    slices().matching("band.civic.(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(resideInAPackage("..generated.."), alwaysTrue())
        .check(CLASSES);
  }

  /// Arrays belong to the package of what they hold.
  private static DescribedPredicate<JavaClass> plainTypes() {
    return DescribedPredicate.describe("primitives and arrays", type -> type.isPrimitive() || type.isArray());
  }
}

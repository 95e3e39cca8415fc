package band.civic.clerk.dist.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Rules that hold in every room.
class HouseRulesTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("band.civic");

  @Test
  void every_package_is_null_marked() {
    var unmarked = CLASSES.stream()
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .map(JavaClass::getPackage)
        .distinct()
        .filter(room -> !room.isAnnotatedWith(NullMarked.class))
        .map(room -> room.getName())
        .filter(name -> !name.endsWith(".generated"))
        .collect(Collectors.toSet());

    assertThat(unmarked).isEmpty();
  }

  @Test
  void nobody_outside_the_command_line_writes_to_the_terminal() {
    noClasses().that()
        .resideOutsideOfPackages("band.civic.clerk.core", "band.civic.clerk.core.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void no_package_is_a_drawer_for_odds_and_ends() {
    var drawers = Set.of("util", "utils", "common", "helper", "helpers", "impl", "manager", "service", "misc");
    var names = CLASSES.stream()
        .map(JavaClass::getPackageName)
        .distinct()
        .filter(name -> Set.of(name.split("\\.")).stream().anyMatch(drawers::contains))
        .toList();

    assertThat(names).isEmpty();
  }

  @Test
  void the_contract_has_at_most_twenty_two_public_types() {
    var types = CLASSES.stream()
        .filter(type -> type.getPackageName().equals("band.civic.clerk.spi") && type.isTopLevelClass()
            && type.getModifiers().contains(JavaModifier.PUBLIC))
        .map(JavaClass::getSimpleName)
        .sorted()
        .toList();

    assertThat(types).isNotEmpty().hasSizeLessThanOrEqualTo(22);
  }
}

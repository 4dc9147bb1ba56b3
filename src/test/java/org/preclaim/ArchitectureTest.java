package org.preclaim;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.preclaim.architecture.BannedCall;
import org.preclaim.architecture.House;

/** Holds the code to the rooms of {@code docs/decisions/0001-rooms.md}. */
class ArchitectureTest {

  private static final String ROOT = "org.preclaim";
  private static final String FIXTURE = "org.preclaim.architecture.fixture";

  private static final House HOUSE = House.preclaim(ROOT);
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void dependencies_ofEveryRoom_areAllowedByTheTable() {
    assertThat(MAIN).isNotEmpty();
    assertThat(HOUSE.trespasses(MAIN)).isEmpty();
  }

  @Test
  void table_itself_hasNeitherCyclesNorRoomsWithoutRow() {
    assertThat(HOUSE.roomsOnCycles()).isEmpty();
    assertThat(HOUSE.unknownRooms()).isEmpty();
  }

  @Test
  void packages_amongThemselves_haveNoCycles() {
    SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void packages_all_areNullMarked() {
    assertThat(MAIN.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
        .filteredOn(each -> !each.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .as("packages without a package-info.java that says @NullMarked")
        .isEmpty();
  }

  @Test
  void calls_thatMakeRunsDiffer_standOnlyInDoors() {
    assertThat(BannedCall.in(MAIN, HOUSE)).isEmpty();
  }

  @Test
  void trespasser_inFactsRoom_isReportedWithWhatIsAllowed() {
    JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);

    assertThat(House.preclaim(FIXTURE).trespasses(fixture))
        .extracting(each -> each.replace(FIXTURE + ".", ""))
        .containsExactly(
            "encounter.Trespasser → java.nio.file.Path (Trespasser.java:20):"
                + " `encounter` may import no room; libraries JAVA, NULLNESS",
            "encounter.Trespasser → web.Door (Trespasser.java:0):"
                + " `encounter` may import no room; libraries JAVA, NULLNESS");
  }

  @Test
  void bannedCall_inFactsRoom_isReportedWithReplacement() {
    JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);

    assertThat(BannedCall.in(fixture, House.preclaim(FIXTURE)))
        .extracting(each -> each.replace(FIXTURE + ".", ""))
        .containsExactly(
            "encounter.Trespasser (Trespasser.java:25): `java.time.Instant.now()` is banned in"
                + " `encounter`: use a time that the caller passes in",
            "encounter.Trespasser (Trespasser.java:30): `java.lang.String.toUpperCase()` is banned"
                + " in `encounter`: use the overload with Locale.ROOT");
  }
}

package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.preclaim.problem.ProblemsException;

/** A release that nobody uses any more leaves nothing behind. */
class UnloadingTest {

  private static final int FAMILIES = 50;

  /** What the compiler itself may still load on its way; one family alone takes about a dozen. */
  private static final int GROWTH_MAX = 200;

  private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();

  @Test
  @Timeout(180)
  void compile_andDropFifty_unloadsTheirClasses() throws Exception {
    for (int i = 0; i < 5; i++) {
      compileAndDrop(-i);
    }
    int before = loadedAfterCollection();
    long unloadedBefore = classes.getUnloadedClassCount();

    for (int i = 1; i <= FAMILIES; i++) {
      compileAndDrop(i);
    }

    assertThat(loadedAfterCollection()).isLessThan(before + GROWTH_MAX);
    assertThat(classes.getUnloadedClassCount() - unloadedBefore).isGreaterThan(FAMILIES * 5L);
  }

  private static void compileAndDrop(int number) throws ProblemsException {
    String drl =
        """
        package preclaim.dropped;

        import org.preclaim.engine.language.*;

        rule "DRO-001 number %d"
        when
          $line : BilledLine( number == %d )
        then
          insert( Flag.of("x", "deny", $line) );
        end
        """
            .formatted(number, number);
    FamilyCompiler.compile("dropped" + Math.abs(number), Map.of("rules/dropped.drl", drl))
        .base()
        .newKieSession()
        .dispose();
  }

  private int loadedAfterCollection() throws InterruptedException {
    int loaded = Integer.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(50);
      loaded = Math.min(loaded, classes.getLoadedClassCount());
    }
    return loaded;
  }
}

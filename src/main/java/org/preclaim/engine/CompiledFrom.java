package org.preclaim.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.drools.base.util.Drools;
import org.preclaim.engine.artefact.ArtefactKey;
import org.preclaim.engine.fence.Fence;
import org.preclaim.engine.language.ArticleCoverage;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.CodeSelected;
import org.preclaim.engine.language.CodeStanding;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.DiagnosisAges;
import org.preclaim.engine.language.DiagnosisStanding;
import org.preclaim.engine.language.FeeScheduleLine;
import org.preclaim.engine.language.Finding;
import org.preclaim.engine.language.Flag;
import org.preclaim.engine.language.GlobalPeriod;
import org.preclaim.engine.language.Performed;
import org.preclaim.engine.language.PrimaryRequired;
import org.preclaim.engine.language.Proposal;
import org.preclaim.engine.language.Published;
import org.preclaim.engine.language.PublishedAddOn;
import org.preclaim.engine.language.PublishedPair;
import org.preclaim.engine.language.PublishedUnits;
import org.preclaim.engine.language.SidedCode;
import org.preclaim.engine.language.Statement;
import org.preclaim.engine.rows.Row;
import org.preclaim.engine.rows.RowCase;
import org.preclaim.release.ReleaseDigest;

/** What compiled rules depend on besides their text. */
final class CompiledFrom {

  /** The words that rules are written in: compiled rules are bound to their methods. */
  static final List<Class<?>> LANGUAGE =
      List.of(
          ArticleCoverage.class,
          BilledLine.class,
          CodeSelected.class,
          CodeStanding.class,
          DeniedLine.class,
          DiagnosisAges.class,
          DiagnosisStanding.class,
          FeeScheduleLine.class,
          Finding.class,
          Flag.class,
          GlobalPeriod.class,
          Performed.class,
          PrimaryRequired.class,
          Proposal.class,
          Published.class,
          PublishedAddOn.class,
          PublishedPair.class,
          PublishedUnits.class,
          SidedCode.class,
          Statement.class);

  /** What the rules of rows read besides. */
  private static final List<Class<?>> ROWS = List.of(Row.class, RowCase.class);

  private static final String FIXED = fixed();

  private CompiledFrom() {}

  /** Names what these sources compile to, here and now. */
  static ArtefactKey key(String family, Map<String, String> drlByFile) {
    ArtefactKey.Builder key = new ArtefactKey.Builder().add(FIXED).add(family);
    new TreeMap<>(drlByFile).forEach((file, drl) -> key.add(file).add(drl));
    return key.key(family);
  }

  /** The engine, the class files that this Java reads, the fence's terms and the facts. */
  private static String fixed() {
    ArtefactKey.Builder parts =
        new ArtefactKey.Builder()
            .add(ReleaseDigest.ENGINE)
            .add(Drools.getFullVersion())
            .add(Integer.toString(Runtime.version().feature()))
            .add(Fence.terms());
    LANGUAGE.forEach(type -> parts.add(type.getName()).add(bytes(type)));
    ROWS.forEach(type -> parts.add(type.getName()).add(bytes(type)));
    return parts.key("").sha256();
  }

  private static byte[] bytes(Class<?> type) {
    String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream file = type.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

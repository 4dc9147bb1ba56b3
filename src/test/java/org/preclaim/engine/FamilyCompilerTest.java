package org.preclaim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.drools.core.impl.InternalRuleBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.artefact.ArtefactKey;
import org.preclaim.problem.ProblemsException;

class FamilyCompilerTest {

  private static final Map<String, String> ONE = drl("ONE-001 first");
  private static final Map<String, String> TWO = drl("TWO-001 second");

  private final Memory cache = new Memory();

  @Test
  void compile_twice_keepsOnceAndReadsWhatWasKept() throws ProblemsException {
    FamilyCompiler.compile("one", ONE, cache);
    KieBase warm = FamilyCompiler.compile("one", ONE, cache).base();

    assertThat(cache.kept).isEqualTo(1);
    assertThat(cache.refused).isEmpty();
    assertThat(ruleNames(warm)).containsExactly("ONE-001 first");
  }

  @Test
  void compile_otherText_isAnotherArtefact() throws ProblemsException {
    FamilyCompiler.compile("one", ONE, cache);
    FamilyCompiler.compile("one", TWO, cache);

    assertThat(cache.modules).hasSize(2);
  }

  @Test
  void compile_keptModuleIsOfOtherRules_isCompiledAgain() throws ProblemsException {
    FamilyCompiler.compile("one", TWO, cache);
    byte[] second = cache.modules.values().iterator().next();
    cache.modules.put(CompiledFrom.key("one", ONE), second);

    KieBase base = FamilyCompiler.compile("one", ONE, cache).base();

    assertThat(cache.refused).containsExactly("it was compiled from other rules");
    assertThat(ruleNames(base)).containsExactly("ONE-001 first");
  }

  @Test
  void compile_keptModuleIsRubbish_isCompiledAgain() throws ProblemsException {
    cache.modules.put(CompiledFrom.key("one", ONE), "no module".getBytes(UTF_8));

    KieBase base = FamilyCompiler.compile("one", ONE, cache).base();

    assertThat(cache.refused).hasSize(1);
    assertThat(ruleNames(base)).containsExactly("ONE-001 first");
  }

  @Test
  void compile_keptModuleHoldsForeignCode_isRefusedBeforeItIsLoaded() throws Exception {
    FamilyCompiler.compile("one", ONE, cache);
    ArtefactKey key = CompiledFrom.key("one", ONE);
    cache.modules.put(key, poisoned(Objects.requireNonNull(cache.modules.get(key))));

    KieBase base = FamilyCompiler.compile("one", ONE, cache).base();

    assertThat(cache.refused)
        .containsExactly(
            "a rule may not call `System.setProperty`: rules see facts and state findings only");
    assertThat(System.getProperty("preclaim.test.poisoned")).isNull();
    assertThat(ruleNames(base)).containsExactly("ONE-001 first");
  }

  @Test
  void compile_coldAndWarm_rulesSeeNothingBehindTheFence() throws ProblemsException {
    for (int start = 0; start < 2; start++) {
      KieBase base = FamilyCompiler.compile("one", ONE, cache).base();
      ClassLoader loader = ((InternalRuleBase) base).getRootClassLoader();

      assertThatCode(() -> loader.loadClass("org.preclaim.engine.language.Flag"))
          .doesNotThrowAnyException();
      for (String hidden : List.of("java.lang.Runtime", "java.io.File", "java.lang.Thread")) {
        assertThatThrownBy(() -> loader.loadClass(hidden))
            .isInstanceOf(ClassNotFoundException.class);
      }
    }
  }

  @Test
  void language_everyType_isPartOfTheKey() {
    Path folder =
        Path.of("target", "classes", "org", "preclaim", "engine", "language").toAbsolutePath();
    String[] files = folder.toFile().list((dir, name) -> name.endsWith(".class"));

    // Facts and the package-private helpers are not named by compiled rules.
    assertThat(files)
        .extracting(name -> name.replace(".class", ""))
        .filteredOn(name -> !List.of("Facts", "Lists", "Side", "package-info").contains(name))
        .containsExactlyInAnyOrderElementsOf(
            CompiledFrom.LANGUAGE.stream().map(Class::getSimpleName).toList());
  }

  /** The module with a call of {@code System.setProperty} in the initialiser of each rule class. */
  private static byte[] poisoned(byte[] module) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(module));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().contains("/Lambda") ? withCanary(content) : content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] withCanary(byte[] type) {
    ClassReader reader = new ClassReader(type);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            MethodVisitor method =
                super.visitMethod(access, name, descriptor, signature, exceptions);
            return name.equals("<clinit>") ? new Canary(method) : method;
          }
        },
        0);
    return writer.toByteArray();
  }

  private static final class Canary extends MethodVisitor {
    Canary(MethodVisitor method) {
      super(Opcodes.ASM9, method);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitLdcInsn("preclaim.test.poisoned");
      visitLdcInsn("yes");
      visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "java/lang/System",
          "setProperty",
          "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;",
          false);
      visitInsn(Opcodes.POP);
    }
  }

  private static List<String> ruleNames(KieBase base) {
    return base.getKiePackages().stream()
        .flatMap(rules -> rules.getRules().stream())
        .map(rule -> rule.getName())
        .toList();
  }

  private static Map<String, String> drl(String rule) {
    String text =
        """
        package preclaim.test;

        import org.preclaim.engine.language.*;

        rule "%s"
        when
          $line : BilledLine( code == "99999" )
        then
          insert( Flag.of("x", "deny", $line) );
        end
        """
            .formatted(rule);
    return Map.of("rules/test.drl", text);
  }

  /** A cache without a disk. */
  private static final class Memory implements ArtefactCache {
    private final Map<ArtefactKey, byte[]> modules = new HashMap<>();
    private final List<String> refused = new ArrayList<>();
    private int kept;

    @Override
    public byte @Nullable [] find(ArtefactKey key) {
      return modules.get(key);
    }

    @Override
    public void keep(ArtefactKey key, byte[] module) {
      modules.put(key, module);
      kept++;
    }

    @Override
    public void refuse(ArtefactKey key, String reason) {
      modules.remove(key);
      refused.add(reason);
    }
  }
}

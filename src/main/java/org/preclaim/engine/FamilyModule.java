package org.preclaim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.InternalKieModuleProvider;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.compiler.kproject.models.KieModuleModelImpl;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieBaseModel;
import org.kie.api.runtime.KieContainer;
import org.preclaim.engine.fence.Metered;
import org.preclaim.engine.rows.RowJudge;
import org.preclaim.problem.Problem;

/**
 * One family's DRL on its way into the rule engine. It is known to the engine's repository only
 * while it is built or opened: the repository would keep every module ever made.
 */
final class FamilyModule {

  private static final String HOME = "src/main/resources/";

  /** The repository is one for the whole process, and two threads may want the same module. */
  private static final ReentrantLock REPOSITORY = new ReentrantLock();

  private final ReleaseId id;
  private final ClassLoader loader;
  private final Map<String, String> drlByPath = new TreeMap<>();
  private final Map<String, String> fileByPath = new TreeMap<>();

  /**
   * @param family names the module
   * @param drlByFile DRL text by the file it is written in
   * @param loader all that the rules can see
   */
  FamilyModule(String family, Map<String, String> drlByFile, ClassLoader loader) {
    this.id = KieServices.get().newReleaseId("org.preclaim.families", family, "1");
    this.loader = loader;
    new TreeMap<>(drlByFile)
        .forEach(
            (file, drl) -> {
              String path = "family/" + fileByPath.size() + ".drl";
              drlByPath.put(path, drl);
              fileByPath.put(path, file);
            });
  }

  /**
   * The compiled module; where it cannot be compiled, {@code null}, and {@code problems} say why.
   */
  @Nullable KieModule compile(List<Problem> problems) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(id);
    drlByPath.forEach((path, drl) -> files.write(HOME + path, drl));
    REPOSITORY.lock();
    try {
      KieBuilder builder =
          services.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class);
      for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
        problems.add(problem(message));
      }
      return problems.isEmpty() ? builder.getKieModule() : null;
    } catch (RuntimeException gaveUp) {
      // The rule compiler answers some wrong code with an exception instead of a message.
      problems.add(CompilerMessages.gaveUp(fileByPath.values().iterator().next(), gaveUp));
      return null;
    } finally {
      services.getRepository().removeKieModule(id);
      REPOSITORY.unlock();
    }
  }

  private Problem problem(Message message) {
    String path = message.getPath() == null ? "" : message.getPath();
    String file = fileByPath.get(path);
    if (file == null) {
      // A position in code that the compiler wrote says nothing to an author.
      return CompilerMessages.compile(
          fileByPath.values().iterator().next(), message.getText(), 1, 1);
    }
    return CompilerMessages.compile(
        file, message.getText(), message.getLine(), message.getColumn());
  }

  /** The module that was compiled to these bytes; nothing of it is loaded. */
  KieModule read(byte[] bytes) {
    return module(MemoryFileSystem.readFromJar(bytes));
  }

  private KieModule module(MemoryFileSystem files) {
    KieModuleModelImpl model = new KieModuleModelImpl();
    KieBuilderImpl.setDefaultsforEmptyKieModule(model);
    return InternalKieModuleProvider.get(id, model, files);
  }

  /** The module with each condition and action charged; a kept one is kept without. */
  private KieModule metered(InternalKieModule module) {
    MemoryFileSystem files = new MemoryFileSystem();
    for (String file : module.getFileNames()) {
      byte[] bytes = module.getBytes(file);
      files.write(file, file.endsWith(".class") ? Metered.of(bytes) : bytes, true);
    }
    return module(files);
  }

  /** Whether {@code module} holds exactly the DRL that this family is made of. */
  boolean isCompiledFrom(KieModule module) {
    InternalKieModule files = (InternalKieModule) module;
    List<String> sources = new ArrayList<>(files.getFileNames());
    sources.removeIf(file -> !file.endsWith(".drl"));
    return sources.size() == drlByPath.size()
        && sources.stream()
            .allMatch(file -> new String(files.getBytes(file), UTF_8).equals(drlByPath.get(file)));
  }

  private static Collection<Model> models(CanonicalKieModule module) {
    Collection<KieBaseModel> bases = module.getKieModuleModel().getKieBaseModels().values();
    return module.getModelForKBase((KieBaseModelImpl) bases.iterator().next());
  }

  /** The rules of a module that has been found harmless. */
  CompiledRules open(KieModule module) {
    KieServices services = KieServices.get();
    KieModule metered = metered((InternalKieModule) module);
    REPOSITORY.lock();
    try {
      services.getRepository().addKieModule(metered);
      KieContainer container = services.newKieContainer(id, loader);
      KieBase base = container.newKieBase(null);
      return new CompiledRules(base, RowJudge.of(models((CanonicalKieModule) metered)));
    } finally {
      services.getRepository().removeKieModule(id);
      REPOSITORY.unlock();
    }
  }
}

package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;

/** Compiles DRL with the executable model. */
final class FamilyCompiler {

  static {
    // Dates in conditions are ISO, wherever this runs. Drools reads the setting once, at class
    // load.
    System.setProperty("drools.dateformat", "yyyy-MM-dd");
  }

  private FamilyCompiler() {}

  /**
   * The rules of these sources; throws all compile errors at once.
   *
   * @param family names the module
   * @param drlByFile DRL text by the file it is written in
   */
  static KieBase compile(String family, Map<String, String> drlByFile) throws ProblemsException {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    ReleaseId id = services.newReleaseId("org.preclaim.families", family, "1");
    files.generateAndWritePomXML(id);
    Map<String, String> fileByPath = new TreeMap<>();
    drlByFile.forEach(
        (file, drl) -> {
          String path = "src/main/resources/family/" + fileByPath.size() + ".drl";
          fileByPath.put(path.substring("src/main/resources/".length()), file);
          files.write(path, drl);
        });
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    List<Problem> problems = new ArrayList<>();
    for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
      problems.add(problem(message, fileByPath));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return base(services, builder.getKieModule());
  }

  private static KieBase base(KieServices services, KieModule module) {
    KieContainer container = services.newKieContainer(module.getReleaseId());
    try {
      return container.newKieBase(null);
    } finally {
      // The repository would keep every module ever built.
      services.getRepository().removeKieModule(module.getReleaseId());
    }
  }

  private static Problem problem(Message message, Map<String, String> fileByPath) {
    String path = message.getPath() == null ? "" : message.getPath();
    String file = fileByPath.getOrDefault(path, fileByPath.values().iterator().next());
    return CompilerMessages.compile(
        file, message.getText(), message.getLine(), message.getColumn());
  }
}

package org.preclaim.cli;

import org.preclaim.lifecycle.FolderRule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which release a service begins with. */
final class ReleaseOptions {

  @Option(
      names = "--releases",
      paramLabel = "folder|journal",
      defaultValue = "folder",
      converter = Converter.class,
      description =
          "folder: what lies in the folder of policies is put in force where it was changed since"
              + " it last was. journal: what is in force in the journal stays, whatever lies in"
              + " the folder (default: folder).")
  FolderRule rule = FolderRule.WHEN_CHANGED;

  /** Reads the rule from its word. */
  static final class Converter implements ITypeConverter<FolderRule> {
    @Override
    public FolderRule convert(String word) {
      return switch (word) {
        case "folder" -> FolderRule.WHEN_CHANGED;
        case "journal" -> FolderRule.AT_FIRST_ONLY;
        default -> throw new TypeConversionException("`" + word + "`: expected folder or journal");
      };
    }
  }
}

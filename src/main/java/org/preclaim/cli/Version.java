package org.preclaim.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    @Nullable String built = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "preclaim " + (built == null ? "(not built as a jar)" : built), "java " + Runtime.version()
    };
  }
}

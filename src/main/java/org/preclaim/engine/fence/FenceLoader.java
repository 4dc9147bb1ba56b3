package org.preclaim.engine.fence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The class loader behind which rules are compiled and run: it shows what rules may name and what
 * the rule compiler needs to see. It remembers what it hid, so that an author can be told.
 */
public final class FenceLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  /**
   * What can be seen. It is more than rules may touch, because a compiler must also see what stands
   * in the signatures of what they touch; {@link ClassScan} draws the line.
   */
  private static final List<String> SHOWN =
      List.of(
          "java.io.Externalizable",
          "java.io.IOException",
          "java.io.ObjectInput",
          "java.io.ObjectOutput",
          "java.io.ObjectStreamException",
          "java.io.Serializable",
          "java.lang.",
          "java.math.",
          "java.text.",
          "java.time.",
          "java.util.",
          "org.drools.",
          "org.kie.",
          "org.preclaim.decision.",
          "org.preclaim.engine.budget.",
          "org.preclaim.encounter.",
          "org.preclaim.engine.language.",
          "org.preclaim.engine.rows.");

  /** What cannot be seen although the list above would show it. */
  private static final List<String> HIDDEN =
      List.of(
          "java.lang.ClassLoader",
          "java.lang.Compiler",
          "java.lang.InheritableThreadLocal",
          "java.lang.Module",
          "java.lang.Process",
          "java.lang.Runtime",
          "java.lang.ScopedValue",
          "java.lang.Security",
          "java.lang.Shutdown",
          "java.lang.StackWalker",
          "java.lang.System",
          "java.lang.Thread",
          "java.lang.foreign.",
          "java.lang.instrument.",
          "java.lang.management.",
          "java.lang.ref.",
          "java.lang.reflect.",
          "java.time.Clock",
          "java.time.InstantSource",
          "java.util.Random",
          "java.util.Scanner",
          "java.util.ServiceLoader",
          "java.util.SplittableRandom",
          "java.util.Timer",
          "java.util.UUID",
          "java.util.concurrent.",
          "java.util.jar.",
          "java.util.logging.",
          "java.util.prefs.",
          "java.util.random.",
          "java.util.spi.",
          "java.util.zip.");

  /** The one harmless name that begins like a hidden one. */
  private static final String RUNTIME_EXCEPTION = "java.lang.RuntimeException";

  private final Set<String> hidden = Collections.synchronizedSet(new TreeSet<>());

  /** A fence in front of the loader of this application. */
  public FenceLoader() {
    super(FenceLoader.class.getClassLoader());
  }

  /** Names of existing types that were asked for and not shown. */
  Set<String> hidden() {
    synchronized (hidden) {
      return new TreeSet<>(hidden);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!shows(name)) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return showsResource(name) ? super.getResource(name) : null;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return showsResource(name) ? super.getResources(name) : Collections.emptyEnumeration();
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    return showsResource(name) ? super.getResourceAsStream(name) : null;
  }

  private boolean showsResource(String name) {
    return !name.endsWith(".class")
        || shows(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
  }

  private boolean shows(String name) {
    boolean shown =
        name.startsWith("preclaim.")
            || (SHOWN.stream().anyMatch(name::startsWith) && !isHidden(name));
    if (!shown && super.getResource(name.replace('.', '/') + ".class") != null) {
      hidden.add(name);
    }
    return shown;
  }

  private static boolean isHidden(String name) {
    return HIDDEN.stream().anyMatch(name::startsWith) && !RUNTIME_EXCEPTION.equals(name);
  }
}

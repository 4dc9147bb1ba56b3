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
 * the rule compiler needs, and nothing else. It remembers what it hid, so that an author can be
 * told.
 */
public final class FenceLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  /** What the rule engine itself and the code that it writes reach for. */
  private static final List<String> ENGINE =
      List.of("org.drools.", "org.kie.", "org.preclaim.engine.rows.", "java.lang.annotation.");

  /** What every compiled class stands on, although no rule may call it. */
  private static final Set<String> GROUND =
      Set.of(
          "java.io.Serializable",
          "java.lang.AssertionError",
          "java.lang.AutoCloseable",
          "java.lang.ClassNotFoundException",
          "java.lang.Cloneable",
          "java.lang.Deprecated",
          "java.lang.Error",
          "java.lang.Exception",
          "java.lang.FunctionalInterface",
          "java.lang.NoClassDefFoundError",
          "java.lang.NoSuchFieldError",
          "java.lang.NullPointerException",
          "java.lang.Override",
          "java.lang.SafeVarargs",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.lang.SuppressWarnings",
          "java.lang.Throwable",
          "java.lang.Void",
          "java.lang.constant.Constable",
          "java.lang.constant.ConstantDesc",
          "java.lang.invoke.CallSite",
          "java.lang.invoke.LambdaMetafactory",
          "java.lang.invoke.MethodHandle",
          "java.lang.invoke.MethodHandles",
          "java.lang.invoke.MethodHandles$Lookup",
          "java.lang.invoke.MethodType",
          "java.lang.invoke.SerializedLambda",
          "java.lang.invoke.StringConcatFactory",
          "java.lang.invoke.TypeDescriptor",
          "java.lang.invoke.TypeDescriptor$OfField",
          "java.lang.invoke.TypeDescriptor$OfMethod",
          "java.lang.invoke.VarHandle",
          "java.util.Date",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.Iterator",
          "java.util.NoSuchElementException",
          "java.util.SequencedCollection",
          "java.util.function.Function",
          "java.util.function.Predicate",
          "java.util.function.Supplier");

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
        AllowList.FRAME.permits(name)
            || GROUND.contains(name)
            || ENGINE.stream().anyMatch(name::startsWith);
    if (!shown && super.getResource(name.replace('.', '/') + ".class") != null) {
      hidden.add(name);
    }
    return shown;
  }
}

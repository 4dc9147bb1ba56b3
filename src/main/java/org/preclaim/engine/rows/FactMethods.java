package org.preclaim.engine.rows;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words that a fact type gives to headers, and ways to call them as fast as plain Java. */
final class FactMethods {

  /** Words every object has, which say nothing of a policy. */
  private static final Set<String> NOT_WORDS =
      Set.of("getClass", "hashCode", "notify", "notifyAll", "wait", "toString", "equals");

  private FactMethods() {}

  /** The property {@code name}, a method without parameters. */
  static Optional<Method> property(Class<?> type, String name) {
    return find(type, name, 0);
  }

  /** The test {@code name}, a method that answers yes or no about one argument. */
  static Optional<Method> test(Class<?> type, String name) {
    return find(type, name, 1).filter(method -> method.getReturnType() == boolean.class);
  }

  private static Optional<Method> find(Class<?> type, String name, int parameters) {
    return Arrays.stream(type.getMethods())
        .filter(FactMethods::isWord)
        .filter(method -> method.getName().equals(name))
        .filter(method -> method.getParameterCount() == parameters)
        .findFirst();
  }

  private static boolean isWord(Method method) {
    return !NOT_WORDS.contains(method.getName()) && !Modifier.isStatic(method.getModifiers());
  }

  /** Whether a header may say {@code name} of this type. */
  static boolean knows(Class<?> type, String name, boolean called) {
    return Arrays.stream(type.getMethods())
        .filter(FactMethods::isWord)
        .filter(method -> called || method.getParameterCount() == 0)
        .anyMatch(method -> method.getName().equals(name));
  }

  /** The words of a type, for messages. */
  static String words(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(FactMethods::isWord)
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  /** Reads a property. */
  @SuppressWarnings("unchecked")
  static Function<Object, Object> reader(Method property) {
    MethodType called = MethodType.methodType(Object.class, Object.class);
    return (Function<Object, Object>) lambda(Function.class, "apply", called, property);
  }

  /** Asks a test. */
  @SuppressWarnings("unchecked")
  static BiPredicate<Object, Object> asker(Method test) {
    MethodType called = MethodType.methodType(boolean.class, Object.class, Object.class);
    return (BiPredicate<Object, Object>) lambda(BiPredicate.class, "test", called, test);
  }

  private static Object lambda(
      Class<?> shape, String name, MethodType called, Method implementation) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle handle = lookup.unreflect(implementation);
      MethodType boxed = handle.type().changeReturnType(handle.type().wrap().returnType());
      MethodType exact = called.returnType() == boolean.class ? handle.type() : boxed;
      CallSite site =
          LambdaMetafactory.metafactory(
              lookup, name, MethodType.methodType(shape), called, handle, exact);
      return site.getTarget().invoke();
    } catch (Throwable impossible) {
      throw new IllegalStateException("cannot call `" + implementation.getName() + "`", impossible);
    }
  }
}

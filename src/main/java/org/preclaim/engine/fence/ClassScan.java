package org.preclaim.engine.fence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads one compiled class without loading it. */
final class ClassScan extends ClassVisitor {

  private static final String OPEN_TO_RULES = "rules see facts and state findings only";

  /** What the compiler writes into a rule's class without a word of its author's. */
  private static final Set<String> OF_THE_COMPILER = Set.of("values", "predicateInformation");

  private final List<Violation> violations = new ArrayList<>();
  private String name = "";
  private ClassKind kind = ClassKind.FOREIGN;
  private boolean authored;

  private ClassScan() {
    super(Opcodes.ASM9);
  }

  /**
   * What the class does that no rule may do.
   *
   * @param path its entry in the module
   */
  static List<Violation> violations(String path, byte[] bytes) {
    ClassScan scan = new ClassScan();
    try {
      new ClassReader(bytes).accept(scan, ClassReader.SKIP_FRAMES);
    } catch (RuntimeException unreadable) {
      return List.of(
          new Violation(
              path, "FENCE-CLASS", "what was compiled of a rule cannot be read", List.of()));
    }
    boolean elsewhere = !path.equals(scan.name + ".class");
    return elsewhere
        ? List.of(new Violation(path, "FENCE-CLASS", "compiled rules are not in order", List.of()))
        : scan.violations;
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    name = internalName;
    kind = ClassKind.of(internalName);
    if (kind == ClassKind.FOREIGN) {
      add("FENCE-CLASS", "a rule may not declare a class", "class", "record", "new");
    }
    authored = kind == ClassKind.RULE;
    type(superName);
    for (String parent : interfaces) {
      type(parent);
    }
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    type(Type.getType(descriptor));
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if ((access & Opcodes.ACC_NATIVE) != 0) {
      add("FENCE-CLASS", "a rule may not declare a native method", "native");
    }
    if (kind == ClassKind.FOREIGN) {
      return null; // refused as a whole
    }
    // Some words of an author are compiled into lambdas of the frame.
    authored = kind == ClassKind.RULE || method.startsWith("lambda$");
    type(Type.getMethodType(descriptor));
    MethodVisitor scan = new MethodScan(this, access, method);
    return authored && !OF_THE_COMPILER.contains(method) ? new ValueScan(this, scan) : scan;
  }

  String name() {
    return name;
  }

  /** Whether the method that is read holds an author's words. */
  boolean authored() {
    return authored;
  }

  void add(String code, String message, String... words) {
    Violation violation = new Violation(name, code, message, List.of(words));
    if (!violations.contains(violation)) {
      violations.add(violation);
    }
  }

  /** Whether the type belongs to the module that is read. */
  boolean own(String internalName) {
    int inner = internalName.indexOf('$');
    return ClassKind.of(internalName) != ClassKind.FOREIGN
        || (inner > 0 && ClassKind.of(internalName.substring(0, inner)) == ClassKind.RULE);
  }

  void type(String internalName) {
    type(Type.getObjectType(internalName));
  }

  void type(Type type) {
    switch (type.getSort()) {
      case Type.ARRAY -> type(type.getElementType());
      case Type.METHOD -> {
        for (Type argument : type.getArgumentTypes()) {
          type(argument);
        }
        type(type.getReturnType());
      }
      case Type.OBJECT -> {
        if (!own(type.getInternalName()) && !list().permits(type.getClassName())) {
          String word = simple(type.getClassName());
          add("FENCE-TYPE", "a rule may not use `" + word + "`: " + OPEN_TO_RULES, word);
        }
      }
      default -> {
        // Primitive types are values.
      }
    }
  }

  void member(String owner, String member) {
    String type = Type.getObjectType(owner).getClassName();
    boolean created = member.equals("<init>");
    if (list().permits(type, created ? "new" : member)) {
      return;
    }
    String word = created ? simple(type) : member;
    String said =
        created
            ? "create `" + word + "`"
            : "call `"
                + (type.startsWith("org.drools.") ? "drools" : simple(type))
                + "."
                + member
                + "`";
    String message = "a rule may not " + said + ": " + OPEN_TO_RULES;
    if (member.equals("update")) {
      add("FENCE-CALL", message, "update", "modify");
    } else {
      add("FENCE-CALL", message, word);
    }
  }

  private AllowList list() {
    return authored ? AllowList.COMPILED_RULES : AllowList.FRAME;
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
  }
}

package org.preclaim.engine.fence;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which rule a compiled condition or action belongs to: the frame names both in one method. */
final class RuleIndex {

  private static final String DSL = "org/drools/modelcompiler/dsl/pattern/D";

  private final Map<String, String> ruleByClass = new HashMap<>();

  private RuleIndex() {}

  /** The index of these classes by entry name; one that cannot be read adds nothing. */
  static RuleIndex of(SortedMap<String, byte[]> classes) {
    RuleIndex index = new RuleIndex();
    classes.forEach(
        (path, bytes) -> {
          String name = path.substring(0, path.length() - ".class".length());
          if (ClassKind.of(name) == ClassKind.FRAME) {
            index.read(bytes);
          }
        });
    return index;
  }

  /** The rule that the class was compiled from, or empty where no rule says so. */
  String rule(String internalName) {
    String rule = ruleByClass.get(internalName);
    return rule == null ? "" : rule;
  }

  private void read(byte[] bytes) {
    try {
      new ClassReader(bytes).accept(new Frame(), ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    } catch (RuntimeException unreadable) {
      // The scan refuses it; there is no rule to name.
    }
  }

  private final class Frame extends ClassVisitor {
    Frame() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new RuleMethod();
    }
  }

  /** A method that makes a rule first says its name, then names the classes of its parts. */
  private final class RuleMethod extends MethodVisitor {
    private String text = "";
    private String rule = "";

    RuleMethod() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLdcInsn(Object constant) {
      if (constant instanceof String said) {
        text = said;
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(DSL) && name.equals("rule")) {
        rule = text;
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (!rule.isEmpty() && ClassKind.of(owner) == ClassKind.RULE) {
        ruleByClass.putIfAbsent(owner, rule);
      }
    }
  }
}

package org.preclaim.engine.fence;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes each condition and action of a rule charge the budget whenever it is asked, whatever it
 * asks: a join that explodes asks the engine for every combination, and need not read a fact to do
 * so. Texts that it joins are limited. The conditions of rows are left as they are, since each row
 * is charged before it is judged.
 */
public final class Metered extends ClassVisitor {

  private static final String BUDGET = "org/preclaim/engine/budget/Budget";
  private static final String JOINED_TEXT = "org/preclaim/engine/budget/JoinedText";
  private static final String ROWS = "Lorg/preclaim/engine/rows/";

  private ClassKind kind = ClassKind.FOREIGN;

  private Metered(ClassWriter writer) {
    super(Opcodes.ASM9, writer);
  }

  /** The class with its charges; {@code bytes} are of a class that has passed the fence. */
  public static byte[] of(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Metered(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    kind = ClassKind.of(name);
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    boolean asked =
        kind == ClassKind.RULE
            ? !name.startsWith("<") && (access & Opcodes.ACC_SYNTHETIC) == 0
            : kind == ClassKind.FRAME && name.startsWith("lambda$");
    return asked && !descriptor.contains(ROWS) ? new Charging(next) : next;
  }

  private static final class Charging extends MethodVisitor {

    Charging(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitMethodInsn(Opcodes.INVOKESTATIC, BUDGET, "chargeCurrent", "()V", false);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      if (bootstrap.getOwner().equals(MethodScan.CONCAT)) {
        String same = "(Ljava/lang/String;)Ljava/lang/String;";
        super.visitMethodInsn(Opcodes.INVOKESTATIC, JOINED_TEXT, "limited", same, false);
      }
    }
  }
}

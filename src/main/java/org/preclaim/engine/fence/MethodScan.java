package org.preclaim.engine.fence;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads one method of a compiled class: what it touches, and that it ends. */
final class MethodScan extends MethodVisitor {

  /** Texts that one action or condition may join; doubling a text over and over fills memory. */
  static final int JOINED_TEXTS_MAX = 8;

  static final String CONCAT = "java/lang/invoke/StringConcatFactory";
  private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory";

  private final ClassScan scan;
  private final String method;
  private final boolean bridge;
  private final Set<Label> passed = new HashSet<>();
  private int joinedTexts;

  MethodScan(ClassScan scan, int access, String method) {
    super(Opcodes.ASM9);
    this.scan = scan;
    this.method = method;
    this.bridge = (access & Opcodes.ACC_SYNTHETIC) != 0;
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
  }

  private void jump(Label target) {
    if (passed.contains(target)) {
      scan.add(
          "FENCE-LOOP",
          "a rule may not loop: it is asked once for each match",
          "while",
          "for",
          "do");
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    jump(target);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
    visitLookupSwitchInsn(otherwise, new int[0], targets);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
    jump(otherwise);
    for (Label target : targets) {
      jump(target);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (owner.equals("java/lang/System") && name.equals("arraycopy") && method.equals("values")) {
      return; // written by the compiler into every enum
    }
    if (owner.equals("java/lang/Enum") && (method.equals("<init>") || method.equals("valueOf"))) {
      return; // likewise
    }
    scan.type(Type.getMethodType(descriptor));
    if (owner.startsWith("[")) {
      scan.member("java/lang/Object", name);
    } else if (scan.own(owner)) {
      ownMethod(owner, name);
    } else if (!superConstructor(owner, name)) {
      scan.member(owner, name);
    }
  }

  /**
   * Each rule class is one condition or action; where one called another, or itself, it could go
   * round.
   */
  private void ownMethod(String owner, String name) {
    boolean created = name.equals("<init>");
    boolean frame = !scan.authored() && !owner.contains("/Lambda");
    if (!frame && !created && !(bridge && owner.equals(scan.name()) && name.equals(method))) {
      scan.add("FENCE-LOOP", "a rule may not call itself or another rule: `" + name + "`", name);
    }
  }

  private boolean superConstructor(String owner, String name) {
    return name.equals("<init>") && method.equals("<init>") && owner.equals("java/lang/Object");
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    scan.type(Type.getType(descriptor));
    if (!scan.own(owner)) {
      scan.member(owner, name);
      if (opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD) {
        scan.add("FENCE-CALL", "a rule may not change `" + name + "`", name);
      }
    } else if (opcode == Opcodes.PUTSTATIC && !method.equals("<clinit>")) {
      scan.add("FENCE-CALL", "a rule may not keep anything", name);
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    scan.type(type);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    scan.type(Type.getType(descriptor));
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    // The size of an array of primitive values is not known here, and rules need none.
    if (opcode == Opcodes.NEWARRAY && scan.authored()) {
      scan.add("FENCE-TYPE", "a rule may not make an array: use `List.of`", "new");
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.MONITORENTER) {
      scan.add("FENCE-TYPE", "a rule may not lock anything", "synchronized");
    }
  }

  @Override
  public void visitTryCatchBlock(
      Label start, Label end, Label handler, @Nullable String exception) {
    scan.add(
        "FENCE-CATCH", "a rule may not catch a failure: it must be seen", "try", "synchronized");
  }

  @Override
  public void visitLdcInsn(Object constant) {
    if (constant instanceof ConstantDynamic || constant instanceof Handle) {
      scan.add("FENCE-CLASS", "what was compiled of a rule is not plain");
    } else if (constant instanceof Type type) {
      boolean value = scan.authored() && !method.equals("valueOf");
      if (value) {
        scan.add("FENCE-TYPE", "a rule may not use a class as a value", "class", "assert");
      } else {
        scan.type(type);
      }
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    Type call = Type.getMethodType(descriptor);
    scan.type(call);
    if (bootstrap.getOwner().equals(CONCAT)) {
      joinedTexts += call.getArgumentTypes().length;
      if (joinedTexts > JOINED_TEXTS_MAX) {
        scan.add(
            "FENCE-TEXT",
            "a rule may join at most " + JOINED_TEXTS_MAX + " texts: the message has placeholders",
            "+");
      }
    } else if (scan.authored() || !bootstrap.getOwner().equals(LAMBDA)) {
      scan.add("FENCE-LAMBDA", "a rule may not hold a lambda or a method reference", "->", "::");
    } else {
      lambda(arguments);
    }
  }

  private void lambda(Object... arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Handle handle && !scan.own(handle.getOwner())) {
        scan.member(handle.getOwner(), handle.getName());
      } else if (argument instanceof Type type) {
        scan.type(type);
      }
    }
  }
}

package org.preclaim.engine.fence;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads what a rule makes of its own: values whose size can be seen. A number with an exponent, or
 * a list that holds lists, could take more memory and time than there is, in a single call that no
 * budget can end.
 */
final class ValueScan extends MethodVisitor {

  /** Characters of a text that stands in a rule: more than a finding takes. */
  static final int TEXT_LENGTH_MAX = 1_000;

  private static final Pattern WRITTEN_OUT = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");
  private static final String LIST = "java/util/List";
  private static final String DECIMAL = "java/math/BigDecimal";
  private static final String LANGUAGE = "org/preclaim/engine/language/";

  private final ClassScan scan;

  /** What the instruction before put down: a constant, or a list. */
  private @Nullable Object constant;

  private boolean list;

  ValueScan(ClassScan scan, MethodVisitor next) {
    super(Opcodes.ASM9, next);
    this.scan = scan;
  }

  /** Goes on to the next instruction; gives the constant that the one before put down. */
  private @Nullable Object next(boolean takesList) {
    if (list && !takesList) {
      scan.add(
          "FENCE-TYPE",
          "a rule makes a list only where it hands it over, as in `missing(List.of(\"a\"))`",
          "List",
          "of");
    }
    Object before = constant;
    list = false;
    constant = null;
    return before;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    Object before = next(owner.startsWith(LANGUAGE) && takesListLast(descriptor));
    if (owner.equals(DECIMAL) && name.equals("<init>")) {
      decimal(descriptor, before);
    } else if (owner.equals(DECIMAL) && name.equals("valueOf") && descriptor.startsWith("(JI)")) {
      scan.add("FENCE-CALL", "a rule may not scale a number: write it out", "valueOf");
    }
    list = owner.equals(LIST) && name.equals("of");
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  private static boolean takesListLast(String descriptor) {
    return descriptor.contains("L" + LIST + ";)");
  }

  private void decimal(String descriptor, @Nullable Object text) {
    boolean ofNumber =
        descriptor.equals("(I)V") || descriptor.equals("(J)V") || descriptor.equals("(D)V");
    boolean writtenOut =
        descriptor.equals("(Ljava/lang/String;)V")
            && text instanceof String number
            && WRITTEN_OUT.matcher(number).matches();
    if (!ofNumber && !writtenOut) {
      scan.add(
          "FENCE-CALL",
          "a rule writes a number out in digits, without an exponent",
          "BigDecimal",
          String.valueOf(text));
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    next(false);
    if (value instanceof String text && text.length() > TEXT_LENGTH_MAX) {
      scan.add(
          "FENCE-TEXT", "a text in a rule has at most " + TEXT_LENGTH_MAX + " characters", "\"");
    }
    constant = value;
    super.visitLdcInsn(value);
  }

  @Override
  public void visitInsn(int opcode) {
    next(false);
    if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5) {
      constant = Short.valueOf((short) (opcode - Opcodes.ICONST_0));
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    next(false);
    if (opcode != Opcodes.NEWARRAY) {
      constant = Short.valueOf((short) operand);
    }
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    Object size = next(false);
    // The compiler makes arrays for a list of constants; it writes their small size before them.
    if (opcode == Opcodes.ANEWARRAY && !(size instanceof Short)) {
      scan.add("FENCE-TYPE", "a rule may not make an array", "new");
    }
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    next(false);
    scan.add("FENCE-TYPE", "a rule may not make an array", "new");
    super.visitMultiANewArrayInsn(descriptor, dimensions);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    next(false);
    super.visitVarInsn(opcode, variable);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    next(false);
    super.visitIincInsn(variable, increment);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    next(false);
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    next(false);
    super.visitJumpInsn(opcode, target);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
    next(false);
    super.visitTableSwitchInsn(min, max, otherwise, targets);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
    next(false);
    super.visitLookupSwitchInsn(otherwise, keys, targets);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    next(false);
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }
}

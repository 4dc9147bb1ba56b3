package org.preclaim.engine.budget;

/** Ends an evaluation whose time is over. Without a stack trace: it is no defect of the code. */
public final class BudgetSpent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says so. */
  public BudgetSpent() {
    super("the evaluation took longer than its budget", null, false, false);
  }
}

package org.preclaim.web;

import org.preclaim.answer.ProblemAnswer;
import org.preclaim.desk.Desk;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.web.refusal.HttpProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where faults of ours end up: in the log under an id, and as a problem that names only the id. The
 * log gets types and places in the code, never an exception's message: that may quote an encounter.
 */
@Component
class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final int FRAMES_MAX = 30;
  private static final int CAUSES_MAX = 5;

  private final Desk desk;

  Faults(Desk desk) {
    this.desk = desk;
  }

  /** Logs {@code fault} and tells the caller under which id. */
  ProblemAnswer report(Throwable fault) {
    if (fault instanceof JournalFault journal) {
      LOG.warn("journal {}", journal.problem());
      return CallProblems.journal(journal.problem());
    }
    String id = desk.nextId();
    LOG.error("fault id={}{}", id, outline(fault));
    return HttpProblems.fault(id);
  }

  private static String outline(Throwable fault) {
    StringBuilder outline = new StringBuilder();
    Throwable each = fault;
    for (int depth = 0; each != null && depth < CAUSES_MAX; depth++) {
      outline.append(depth == 0 ? " type=" : "\n  caused by ").append(each.getClass().getName());
      StackTraceElement[] frames = each.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, FRAMES_MAX); i++) {
        outline.append("\n    at ").append(frames[i]);
      }
      each = each.getCause();
    }
    return outline.toString();
  }
}

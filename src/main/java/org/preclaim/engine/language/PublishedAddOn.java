package org.preclaim.engine.language;

import org.preclaim.reference.AddOnEdit;
import org.preclaim.reference.Vintage;

/**
 * An add-on code edit that a line meets: it is paid only beside a primary procedure.
 *
 * @param line the add-on
 * @param edit what the table says of it on its day
 * @param vintage the table's release
 */
public record PublishedAddOn(BilledLine line, AddOnEdit edit, Vintage vintage)
    implements Published {

  /** 1 these primaries only, 2 the contractor says which, 3 these and others. */
  public int type() {
    line.read();
    return edit.type();
  }

  /** Whether contractors may accept primaries that are not listed. */
  public boolean contractorDefined() {
    line.read();
    return edit.contractorDefined();
  }

  /** Whether only listed primaries count. */
  public boolean listClosed() {
    return type() == 1 && !contractorDefined();
  }

  /** Whether primaries are listed and others may count as well. */
  public boolean listOpen() {
    return type() != 2 && !listClosed();
  }

  /** Whether {@code other} is a listed primary of the same day and provider. */
  public boolean metBy(BilledLine other) {
    return edit.primaries().contains(other.code()) && line.sameDay(other);
  }

  @Override
  public String inWords() {
    return Published.file(vintage)
        + " lists "
        + edit.addOn()
        + " as an add-on of type "
        + edit.type()
        + switch (edit.type()) {
          case 1 -> ", with " + counted(edit.primaries().size());
          case 2 -> ", whose primaries the contractor defines";
          default -> ", with " + counted(edit.primaries().size()) + " and what contractors accept";
        };
  }

  private static String counted(int primaries) {
    return primaries == 1 ? "1 primary" : primaries + " primaries";
  }
}

package org.preclaim.answer.fhir;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.AdjudicationComponent;
import org.hl7.fhir.r4.model.ClaimResponse.ItemComponent;
import org.hl7.fhir.r4.model.ClaimResponse.ItemDetailComponent;
import org.hl7.fhir.r4.model.ClaimResponse.SubDetailComponent;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.fhir.ClaimItem;

/** Repeats the items of a claim in its answer, each with the place for what is said about it. */
final class AnsweredItems {

  /** Nothing was found about the line. */
  static final String NO_WARNING = "no-warning";

  private static final String NOT_APPLICABLE = "not-applicable";
  private static final String SEE_DETAILS = "see-details";

  private final ClaimResponse response;
  private final Notes notes;
  private final Map<Integer, AnsweredLine> lines;

  /**
   * Items of {@code response}.
   *
   * @param lines gets the place for each service line, by its number
   */
  AnsweredItems(ClaimResponse response, Notes notes, Map<Integer, AnsweredLine> lines) {
    this.response = response;
    this.notes = notes;
    this.lines = lines;
  }

  void add(List<ClaimItem> items) {
    for (ClaimItem item : items) {
      ItemComponent answered = response.addItem().setItemSequence(item.sequence());
      place(
          item,
          new AnsweredLine(answered, answered.getNoteNumber(), answered.getAdjudication()),
          "item " + item.sequence());
      item.details().forEach(detail -> add(detail, answered, item));
    }
  }

  private void add(ClaimItem detail, ItemComponent item, ClaimItem parent) {
    ItemDetailComponent answered = item.addDetail().setDetailSequence(detail.sequence());
    String words = "item " + parent.sequence() + ", detail " + detail.sequence();
    place(
        detail,
        new AnsweredLine(answered, answered.getNoteNumber(), answered.getAdjudication()),
        words);
    for (ClaimItem each : detail.details()) {
      SubDetailComponent part = answered.addSubDetail().setSubDetailSequence(each.sequence());
      place(
          each,
          new AnsweredLine(part, part.getNoteNumber(), part.getAdjudication()),
          words + "." + each.sequence());
    }
  }

  private void place(ClaimItem item, AnsweredLine line, String words) {
    @Nullable String unread = item.unread();
    Integer number = item.line();
    if (unread != null) {
      int note = notes.add(words + " was not checked: " + unread);
      Notes.list(line.notes(), note);
      line.adjudication().add(adjudication(NOT_APPLICABLE));
      line.adjudication().get(0).getReason().setText(unread);
    } else if (number == null) {
      line.adjudication().add(adjudication(SEE_DETAILS));
    } else {
      lines.put(number, line);
    }
  }

  private static AdjudicationComponent adjudication(String category) {
    return new AdjudicationComponent().setCategory(Names.concept(Names.ADJUDICATION, category));
  }
}

package org.preclaim.answer.x12;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.Admission;
import org.preclaim.intake.x12.X12Code;
import org.preclaim.intake.x12.X12Envelope;
import org.preclaim.problem.Place.X12Position;
import org.preclaim.problem.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A line of JSON for each claim of a file, accepted or rejected, with the codes that a claim
 * acknowledgement (277CA) carries; then the summary. Every problem has its loop, segment and
 * element, its position in the file and in the transaction set, our code and our words.
 */
public final class ClaimAcknowledgment implements Acknowledgment {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Consumer<String> lines;
  private final List<Problem> notices = new ArrayList<>();
  private String interchange = "";
  private String group = "";
  private X12Envelope.@Nullable TransactionSet set;
  private long accepted;
  private long rejected;
  private long unread;

  /** The report, given to {@code lines} line by line without line ends. */
  public ClaimAcknowledgment(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void envelope(X12Envelope envelope) {
    if (envelope instanceof X12Envelope.Interchange opened) {
      interchange = opened.element(13).strip();
      group = "";
      set = null;
    } else if (envelope instanceof X12Envelope.Group opened) {
      group = opened.control();
      set = null;
    } else if (envelope instanceof X12Envelope.TransactionSet opened) {
      set = opened;
    } else if (envelope instanceof X12Envelope.TransactionSetEnd) {
      set = null;
    } else if (envelope instanceof X12Envelope.GroupEnd) {
      group = "";
    }
  }

  @Override
  public void admission(Admission admission) {
    if (admission instanceof Admission.Admitted admitted) {
      accepted++;
      claim(admitted.encounter().id(), List.of());
    } else if (admission instanceof Admission.Refused refused) {
      if (refused.encounterId() == null) {
        unread++;
        file(refused.problems());
      } else {
        rejected++;
        claim(refused.encounterId(), refused.problems());
      }
    } else if (admission instanceof Admission.Noticed noticed) {
      if (noticed.encounterId() == null) {
        file(noticed.problems());
      } else {
        // The claim that they are about comes next.
        notices.addAll(noticed.problems());
      }
    }
  }

  @Override
  public void end() {
    line(
        json -> {
          json.writeObjectPropertyStart("summary");
          json.writeNumberProperty("accepted", accepted);
          json.writeNumberProperty("rejected", rejected);
          json.writeNumberProperty("unreadableStretches", unread);
          json.writeEndObject();
        });
  }

  private void claim(String id, List<Problem> problems) {
    line(
        json -> {
          json.writeStringProperty("claim", id);
          envelopes(json);
          json.writeStringProperty("status", problems.isEmpty() ? "accepted" : "rejected");
          if (problems.isEmpty()) {
            json.writeStringProperty("category", X12Verdict.ACCEPTED_CATEGORY);
            json.writeStringProperty("claimStatus", X12Verdict.ACCEPTED_STATUS);
          }
          problems(json, "problems", problems);
          problems(json, "notices", notices);
        });
    notices.clear();
  }

  private void file(List<Problem> problems) {
    line(
        json -> {
          envelopes(json);
          problems(json, "fileProblems", problems);
        });
  }

  private void envelopes(JsonGenerator json) {
    json.writeStringProperty("interchange", interchange);
    json.writeStringProperty("group", group);
    X12Envelope.TransactionSet open = set;
    json.writeStringProperty("transactionSet", open == null ? "" : open.control());
  }

  private void problems(JsonGenerator json, String name, List<Problem> problems) {
    json.writeArrayPropertyStart(name);
    for (Problem problem : problems) {
      json.writeStartObject();
      if (problem.place() instanceof X12Position position) {
        place(json, position);
      }
      X12Code.named(problem.code()).map(X12Verdict::of).ifPresent(found -> codes(json, found));
      json.writeStringProperty("code", problem.code());
      json.writeStringProperty("detail", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void place(JsonGenerator json, X12Position position) {
    if (position.loop() != null) {
      json.writeStringProperty("loop", position.loop());
    }
    json.writeStringProperty("segment", position.segment());
    if (position.element() != null) {
      json.writeStringProperty("element", position.element());
    }
    json.writeNumberProperty("segmentNumber", position.segmentNumber());
    X12Envelope.TransactionSet open = set;
    if (open != null && position.segmentNumber() >= open.segmentNumber()) {
      json.writeNumberProperty("segmentInSet", position.segmentNumber() - open.segmentNumber() + 1);
    }
    json.writeNumberProperty("byte", position.byteOffset());
  }

  private static void codes(JsonGenerator json, X12Verdict verdict) {
    json.writeStringProperty("category", verdict.category());
    json.writeStringProperty("claimStatus", verdict.status());
  }

  private void line(Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
    }
    lines.accept(text.toString());
  }
}

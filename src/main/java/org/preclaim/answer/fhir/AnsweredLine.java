package org.preclaim.answer.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.ClaimResponse.AdjudicationComponent;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.PositiveIntType;

/**
 * The part of a ClaimResponse that answers one service line, whether it is an item, a detail or the
 * detail of a detail.
 *
 * @param element gets the suggestions
 * @param notes the numbers of the notes about the line
 * @param adjudication what is expected of it
 */
record AnsweredLine(
    Element element, List<PositiveIntType> notes, List<AdjudicationComponent> adjudication) {}

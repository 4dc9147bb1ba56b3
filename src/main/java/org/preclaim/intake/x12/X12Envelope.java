package org.preclaim.intake.x12;

import java.util.List;

/** What stands around the claims of a file, told in document order with its admissions. */
public sealed interface X12Envelope {

  /**
   * An interchange begins.
   *
   * @param header the texts of ISA01 to ISA16, padded as they came
   */
  record Interchange(List<String> header) implements X12Envelope {

    /** Copies the list. */
    public Interchange {
      header = List.copyOf(header);
    }

    /** An element of the header, from 1. */
    public String element(int number) {
      return number <= header.size() ? header.get(number - 1) : "";
    }
  }

  /**
   * A functional group begins.
   *
   * @param kind GS01
   * @param sender GS02
   * @param receiver GS03
   * @param control GS06
   * @param version GS08
   */
  record Group(String kind, String sender, String receiver, String control, String version)
      implements X12Envelope {}

  /**
   * A transaction set begins.
   *
   * @param kind ST01
   * @param control ST02
   * @param guide ST03; empty where it was not sent
   * @param segmentNumber of its ST, counted over the whole file
   */
  record TransactionSet(String kind, String control, String guide, long segmentNumber)
      implements X12Envelope {}

  /** The transaction set ends; everything about its claims has been told. */
  record TransactionSetEnd() implements X12Envelope {}

  /**
   * The functional group ends.
   *
   * @param announced GE01, how many transaction sets its trailer counts; empty where it has none
   */
  record GroupEnd(String announced) implements X12Envelope {}
}

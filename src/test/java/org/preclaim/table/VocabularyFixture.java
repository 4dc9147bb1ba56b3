package org.preclaim.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A vocabulary workbook under construction. */
public final class VocabularyFixture {

  private final List<List<String>> words = new ArrayList<>();
  private final List<List<String>> payers = new ArrayList<>();

  /** A workbook with labels and nothing below them. */
  public VocabularyFixture() {
    words.add(List.of("List", "Word", "Meaning"));
    payers.add(List.of("Payer", "Both sides", "Not checked", "Required", "Severity", "Note"));
  }

  /** A workbook with one of each kind of mistake. */
  static VocabularyFixture broken() {
    return new VocabularyFixture()
        .word("knd", "nephrostogram")
        .word("kind", "Nephrostogram")
        .word("kind", "nephrostogram")
        .word("kind", "nephrostogram")
        .payer("medicare", "2")
        .payer("", "50")
        .payer("acme", "50")
        .payer("acme", "RT-LT");
  }

  /** Adds a word to a list. */
  public VocabularyFixture word(String list, String word) {
    words.add(List.of(list, word, "what it means"));
    return this;
  }

  /** Adds a payer. */
  public VocabularyFixture payer(String payer, String bothSides) {
    return payer(payer, bothSides, "", "", "");
  }

  /** Adds a payer with what it makes of policy families. */
  public VocabularyFixture payer(
      String payer, String bothSides, String notChecked, String required, String severity) {
    payers.add(List.of(payer, bothSides, notChecked, required, severity, ""));
    return this;
  }

  /** What the reader makes of the workbook. */
  public VocabularyReading read() {
    return new VocabularyReader().read("decision-tables/vocabulary.xlsx", bytes());
  }

  /** What the reader finds wrong. */
  List<org.preclaim.problem.Problem> problems() {
    return read().problems();
  }

  /** The workbook's bytes. */
  public byte[] bytes() {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      WorkbookFixture.write(workbook.createSheet("Vocabulary"), 0, words);
      WorkbookFixture.write(workbook.createSheet("Payers"), 0, payers);
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}

package org.preclaim.reference.coverage;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.preclaim.reference.CoverageArticles;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.DayWindow;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.PackedTexts;
import org.preclaim.reference.pack.SortedKeys;
import org.preclaim.reference.pack.TextKey;

/**
 * Coverage articles in a packed table. A procedure code leads to groups of diagnoses, and a group
 * to the numbers of its diagnoses: four bytes each, however many groups one is in.
 */
public final class PackedCoverageArticles implements CoverageArticles {

  static final String CODES = "codes";
  static final String CODE_GROUPS = "code-groups";
  static final String ARTICLES = "articles";
  static final String GROUP_ARTICLES = "group-articles";
  static final String GROUP_NUMBERS = "group-numbers";
  static final String GROUP_WINDOWS = "group-windows";
  static final String GROUP_LINKED = "group-linked";
  static final String GROUP_STARTS = "group-starts";
  static final String MEMBERS = "members";
  static final String DIAGNOSES = "diagnoses";

  private final Vintage vintage;
  private final SortedKeys codes;
  private final IntBuffer codeGroups;
  private final PackedTexts articles;
  private final IntBuffer groupArticles;
  private final IntBuffer groupNumbers;
  private final IntBuffer groupWindows;
  private final ByteBuffer groupLinked;
  private final IntBuffer groupStarts;
  private final IntBuffer members;
  private final SortedKeys diagnoses;

  /** The articles in {@code table}. */
  public PackedCoverageArticles(PackedTable table) throws CorruptTableException {
    this.vintage = table.vintage();
    this.codes = new SortedKeys(table.section(CODES));
    this.codeGroups = table.section(CODE_GROUPS).asIntBuffer();
    this.articles = PackedTexts.in(table.section(ARTICLES));
    this.groupArticles = table.section(GROUP_ARTICLES).asIntBuffer();
    this.groupNumbers = table.section(GROUP_NUMBERS).asIntBuffer();
    this.groupWindows = table.section(GROUP_WINDOWS).asIntBuffer();
    this.groupLinked = table.section(GROUP_LINKED);
    this.groupStarts = table.section(GROUP_STARTS).asIntBuffer();
    this.members = table.section(MEMBERS).asIntBuffer();
    this.diagnoses = new SortedKeys(table.section(DIAGNOSES));
  }

  @Override
  public Vintage vintage() {
    return vintage;
  }

  @Override
  public List<Coverage> find(String code, List<String> asked, LocalDate date) {
    int[] numbers =
        asked.stream()
            .mapToInt(each -> diagnoses.find(TextKey.of(each)))
            .filter(n -> n >= 0)
            .toArray();
    List<Coverage> found = new ArrayList<>();
    long key = TextKey.of(code);
    for (int at = codes.first(key); codes.has(at, key); at++) {
      int group = codeGroups.get(at);
      if (DayWindow.covers(groupWindows.get(group), date)) {
        found.add(coverage(group, numbers));
      }
    }
    return List.copyOf(found);
  }

  private Coverage coverage(int group, int[] numbers) {
    boolean covers = false;
    for (int number : numbers) {
      covers = covers || has(group, number);
    }
    return new Coverage(
        articles.get(groupArticles.get(group)),
        groupNumbers.get(group),
        groupLinked.get(group) != 0,
        covers);
  }

  private boolean has(int group, int number) {
    int low = groupStarts.get(group);
    int high = groupStarts.get(group + 1) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int member = members.get(middle);
      if (member == number) {
        return true;
      }
      if (member < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }
}

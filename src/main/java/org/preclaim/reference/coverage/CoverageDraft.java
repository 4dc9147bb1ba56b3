package org.preclaim.reference.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.DayWindow;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableDraft;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.pack.TextKey;

/** The groups of all articles in the making of a table. */
final class CoverageDraft {

  /** A group of diagnoses in one version of an article. */
  private record Group(
      int article, int number, int window, boolean linked, KeyList diagnoses, Set<String> codes) {}

  /** A procedure code and the place of a group that speaks of it. */
  private record Mention(long code, int group) {}

  private final List<String> articles = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();

  /** Adds all versions, newest first; of those of one article, only one holds on any day. */
  CoverageDraft(SortedMap<Article.Key, Article> versions) {
    int article = -1;
    LocalDate replaced = LocalDate.MAX;
    for (Map.Entry<Article.Key, Article> each : versions.entrySet()) {
      Article version = each.getValue();
      if (each.getKey().article() != article) {
        article = each.getKey().article();
        replaced = LocalDate.MAX;
      }
      LocalDate last = earlier(version.last(), replaced.minusDays(1));
      if (!last.isBefore(version.first())) {
        boolean open = last.isAfter(DayWindow.LAST);
        add(version, DayWindow.of(version.first(), open ? null : last));
      }
      replaced = earlier(replaced, version.first());
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private void add(Article article, int window) {
    if (articles.isEmpty() || !articles.get(articles.size() - 1).equals(article.shownId())) {
      articles.add(article.shownId());
    }
    ParagraphLink link = new ParagraphLink(article.procedures());
    article
        .diagnosisGroups()
        .forEach(
            (number, group) -> {
              KeyList diagnoses = group.diagnoses().sorted();
              Set<String> named = group.applies() ? link.codes(group.paragraph()) : Set.of();
              boolean linked = !named.isEmpty();
              if (diagnoses.size() > 0 || !group.applies()) {
                groups.add(
                    new Group(
                        articles.size() - 1,
                        number,
                        window,
                        linked,
                        diagnoses,
                        linked ? named : link.all()));
              }
            });
  }

  /** How many groups could not be linked to procedure codes. */
  long unlinked() {
    return groups.stream().filter(group -> !group.linked()).count();
  }

  /** How many groups there are. */
  int size() {
    return groups.size();
  }

  PackedTable pack(TableSpan span, long rows) {
    TableDraft draft = new TableDraft(Dataset.COVERAGE_ARTICLES, span, rows);
    writeCodes(draft);
    draft
        .section(PackedCoverageArticles.ARTICLES, articles)
        .section(
            PackedCoverageArticles.GROUP_ARTICLES,
            groups.stream().mapToInt(Group::article).toArray())
        .section(
            PackedCoverageArticles.GROUP_NUMBERS, groups.stream().mapToInt(Group::number).toArray())
        .section(
            PackedCoverageArticles.GROUP_WINDOWS, groups.stream().mapToInt(Group::window).toArray())
        .section(PackedCoverageArticles.GROUP_LINKED, linked());
    writeMembers(draft);
    return draft.build();
  }

  private void writeCodes(TableDraft draft) {
    List<Mention> mentions = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      for (String code : groups.get(group).codes()) {
        mentions.add(new Mention(TextKey.of(code), group));
      }
    }
    mentions.sort(Comparator.comparingLong(Mention::code).thenComparingInt(Mention::group));
    draft.section(
        PackedCoverageArticles.CODES, mentions.stream().mapToLong(Mention::code).toArray());
    draft.section(
        PackedCoverageArticles.CODE_GROUPS, mentions.stream().mapToInt(Mention::group).toArray());
  }

  private byte[] linked() {
    byte[] linked = new byte[groups.size()];
    for (int i = 0; i < linked.length; i++) {
      linked[i] = (byte) (groups.get(i).linked() ? 1 : 0);
    }
    return linked;
  }

  private void writeMembers(TableDraft draft) {
    long[] diagnoses =
        groups.stream()
            .flatMapToLong(group -> group.diagnoses().stream())
            .sorted()
            .distinct()
            .toArray();
    int[] starts = new int[groups.size() + 1];
    for (int i = 0; i < groups.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], groups.get(i).diagnoses().size());
    }
    int[] members =
        groups.stream()
            .flatMapToLong(group -> group.diagnoses().stream())
            .mapToInt(diagnosis -> Arrays.binarySearch(diagnoses, diagnosis))
            .toArray();
    draft
        .section(PackedCoverageArticles.GROUP_STARTS, starts)
        .section(PackedCoverageArticles.MEMBERS, members)
        .section(PackedCoverageArticles.DIAGNOSES, diagnoses);
  }
}

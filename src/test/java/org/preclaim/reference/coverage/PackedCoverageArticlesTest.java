package org.preclaim.reference.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.Seed;
import org.preclaim.reference.CoverageArticles.Coverage;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.source.Imports;

class PackedCoverageArticlesTest {

  /** A version of an article with one group for each of its codes; the last is not linked. */
  private record Version(int article, int version, LocalDate first, List<Set<String>> groups) {
    String code(int group) {
      return code(article, group);
    }

    static String code(int article, int group) {
      return "G" + (1000 + (article + group) % 50);
    }
  }

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final int ARTICLES = 40;
  private static final int GROUPS = 4;

  @Test
  void table_ofRandomArticles_answersAsAListDoes() throws CorruptTableException {
    Random random = new Random(Seed.VALUE);
    List<Version> versions = versions(random);
    PackedCoverageArticles packed = packed(versions);

    for (int i = 0; i < 20_000; i++) {
      String code = "G" + (1000 + random.nextInt(52));
      List<String> diagnoses = List.of(diagnosis(random), diagnosis(random));
      LocalDate day = START.plusDays(random.nextInt(1_000) - 10);
      assertThat(packed.find(code, diagnoses, day))
          .containsExactlyElementsOf(naive(versions, code, diagnoses, day));
    }
  }

  private static List<Coverage> naive(
      List<Version> versions, String code, List<String> diagnoses, LocalDate day) {
    List<Coverage> found = new ArrayList<>();
    for (int article = 1; article <= ARTICLES; article++) {
      Version current = current(versions, article, day);
      for (int group = 1; current != null && group <= GROUPS; group++) {
        boolean linked = group < GROUPS;
        boolean speaks = linked ? current.code(group).equals(code) : has(current, code);
        if (speaks) {
          Set<String> members = current.groups().get(group - 1);
          boolean covers = diagnoses.stream().anyMatch(members::contains);
          found.add(new Coverage("A" + article, group, linked, covers));
        }
      }
    }
    return found;
  }

  private static boolean has(Version version, String code) {
    for (int group = 1; group <= GROUPS; group++) {
      if (version.code(group).equals(code)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Version current(List<Version> versions, int article, LocalDate day) {
    Version current = null;
    for (Version version : versions) {
      if (version.article() == article && !version.first().isAfter(day)) {
        current = version;
      }
    }
    return current;
  }

  private static List<Version> versions(Random random) {
    List<Version> versions = new ArrayList<>();
    for (int article = 1; article <= ARTICLES; article++) {
      LocalDate first = START.plusDays(random.nextInt(300));
      for (int version = 1; version <= 1 + random.nextInt(3); version++) {
        List<Set<String>> groups = new ArrayList<>();
        for (int group = 1; group <= GROUPS; group++) {
          Set<String> members = new TreeSet<>();
          for (int i = 0; i < 20; i++) {
            members.add(diagnosis(random));
          }
          groups.add(members);
        }
        versions.add(new Version(article, version, first, groups));
        first = first.plusDays(1 + random.nextInt(300));
      }
    }
    return versions;
  }

  private static PackedCoverageArticles packed(List<Version> versions)
      throws CorruptTableException {
    StringBuilder articles =
        new StringBuilder(
            "article_id,article_version,display_id,article_eff_date,article_end_date\n");
    StringBuilder codes =
        new StringBuilder("article_id,article_version,hcpc_code_id,hcpc_code_group\n");
    StringBuilder diagnoses =
        new StringBuilder("article_id,article_version,icd10_code_id,icd10_covered_group\n");
    StringBuilder paragraphs =
        new StringBuilder("article_id,article_version,icd10_covered_group,paragraph\n");
    for (Version each : versions) {
      String key = each.article() + "," + each.version() + ",";
      articles.append(key).append("A" + each.article()).append("," + each.first() + ",\n");
      for (int group = 1; group <= GROUPS; group++) {
        codes.append(key).append(each.code(group)).append("," + group + "\n");
        String text = group < GROUPS ? "CPT codes in Group " + group : "all codes above";
        paragraphs.append(key).append(group + "," + text + "\n");
        for (String diagnosis : each.groups().get(group - 1)) {
          diagnoses.append(key).append(diagnosis).append("," + group + "\n");
        }
      }
    }
    return new PackedCoverageArticles(
        Imports.of(
                new CoverageImporter(),
                START,
                Imports.text("article.csv", "", articles.toString(), StandardCharsets.UTF_8),
                Imports.text("article_x_hcpc_code.csv", codes.toString()),
                Imports.text("article_x_icd10_covered.csv", diagnoses.toString()),
                Imports.text("article_x_icd10_covered_group.csv", paragraphs.toString()))
            .table());
  }

  private static String diagnosis(Random random) {
    return "N" + (100 + random.nextInt(200));
  }
}

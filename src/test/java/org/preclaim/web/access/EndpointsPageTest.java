package org.preclaim.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preclaim.caller.Role;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of calls is told twice more: to people, and to programs. */
class EndpointsPageTest {

  private static final Path PAGE = Path.of("docs", "security.md");
  private static final Path DOCUMENT = Path.of("src/main/resources", "openapi.json");

  @Test
  void page_forOperators_hasTheTableRowByRow() throws IOException {
    String head = "| call | asks for |";
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.equals(head))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(rows).containsExactlyElementsOf(Endpoints.ALL.stream().map(this::row).toList());
  }

  private String row(Endpoint row) {
    String asked =
        switch (row.entry()) {
          case OPEN -> "nothing";
          case PAGE -> "a login, where there is one";
          case ROLES -> row.roles().size() == Role.values().length ? "any role" : words(row);
        };
    return "| `"
        + row.method()
        + " "
        + row.path()
        + "` | "
        + asked
        + (row.act() ? "; audited |" : " |");
  }

  private static String words(Endpoint row) {
    return row.roles().stream()
        .sorted()
        .map(role -> "`" + role.word() + "`")
        .collect(Collectors.joining(", "));
  }

  @Test
  void document_forPrograms_hasTheRolesOfEachCall() throws IOException {
    JsonNode paths = JsonMapper.shared().readTree(Files.readString(DOCUMENT)).get("paths");
    List<String> calls = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
        String method = call.getKey().toUpperCase(Locale.ROOT);
        String sample = path.getKey().replaceAll("\\{[^}]*}", "x");
        calls.add(method + " " + path.getKey());
        Endpoint row = Endpoints.of(new MockHttpServletRequest(method, sample)).orElseThrow();
        List<String> roles = new ArrayList<>();
        call.getValue().path("x-roles").forEach(role -> roles.add(role.asString()));

        assertThat(roles)
            .as("x-roles of " + method + " " + path.getKey())
            .containsExactlyElementsOf(row.roles().stream().sorted().map(Role::word).toList());
        assertThat(call.getValue().has("security"))
            .as("security of " + method + " " + path.getKey())
            .isEqualTo(row.entry() != Endpoint.Entry.ROLES);
      }
    }
    assertThat(calls).hasSizeGreaterThan(8);
  }
}

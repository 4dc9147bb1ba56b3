package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.web.ApiExamples.Body;
import org.preclaim.web.ApiExamples.Example;
import org.preclaim.web.ApiExamples.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The description shows each call by example, and each example is what its schema says. */
class ApiExamplesTest {

  /** Refuse nothing with a body of their own. */
  private static final Set<String> NEVER_REFUSE = Set.of("describe", "health");

  private final ApiExamples api;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  ApiExamplesTest() throws Exception {
    this.api = new ApiExamples();
  }

  @Test
  void operation_eachOfThem_showsRequestAnswerAndRefusal() {
    List<String> missing = new ArrayList<>();
    for (Operation operation : api.operations()) {
      List<Body> answers = api.answers(operation);
      Stream.concat(api.requests(operation).stream(), answers.stream().filter(Body::isSuccess))
          // A file is no text that could stand here; what it holds is said in words.
          .filter(body -> !body.isFile() && body.examples().isEmpty())
          .forEach(body -> missing.add(body.toString()));
      boolean refusal =
          answers.stream().anyMatch(body -> !body.isSuccess() && !body.examples().isEmpty());
      if (!refusal && !NEVER_REFUSE.contains(operation.id())) {
        missing.add(operation + " refusal");
      }
    }
    assertThat(missing).as("bodies without an example").isEmpty();
  }

  @Test
  void example_eachOfThem_isWhatItsSchemaSays() {
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Operation operation : api.operations()) {
      for (Body body :
          Stream.concat(api.requests(operation).stream(), api.answers(operation).stream())
              .toList()) {
        for (Example example : body.examples()) {
          looked++;
          example.documents().forEach(each -> wrong.addAll(complaints(example, each)));
        }
      }
    }
    assertThat(looked).isGreaterThan(60);
    assertThat(wrong).isEmpty();
  }

  @Test
  void example_thatBreaksItsSchema_isFound() {
    Example decision =
        api.answers(api.operation("decide")).stream()
            .filter(Body::isSuccess)
            .findFirst()
            .orElseThrow()
            .examples()
            .get(0);
    ObjectNode broken = (ObjectNode) decision.value().deepCopy();

    assertThat(complaints(decision, broken.put("outcome", "guessed"))).isNotEmpty();
    broken.remove("outcome");
    assertThat(complaints(decision, broken)).isNotEmpty();
  }

  private List<String> complaints(Example example, JsonNode document) {
    return schemas.getSchema(api.schema(example.body())).validate(document).stream()
        .map(each -> example + ": " + each)
        .toList();
  }
}

package org.preclaim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SniffedInputTest {

  private static final Map<String, InputFormat> FORMATS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("", InputFormat.EMPTY),
              Map.entry(" \r\n\t", InputFormat.EMPTY),
              Map.entry("{}", InputFormat.JSON),
              Map.entry("\uFEFF {\"id\":\"E-1\"}\n\n", InputFormat.JSON),
              Map.entry("{\n \"id\": \"a\"\n}\n", InputFormat.JSON),
              Map.entry("{\"lines\":[\n{\"a\":1},\n{}]}", InputFormat.JSON),
              Map.entry("{\"a\":{}} {\"b\":1}", InputFormat.JSON),
              Map.entry("[{}]", InputFormat.JSON),
              Map.entry("null", InputFormat.JSON),
              Map.entry("{\"a\":\"}\\\"{\"}\n{\"b\":1}\n", InputFormat.JSON_LINES),
              Map.entry("{}\r\n\r\n{}", InputFormat.JSON_LINES),
              Map.entry("{}\noops\n", InputFormat.JSON_LINES),
              Map.entry("{\"cut\": \"off\n{\"id\":\"E-2\"}\n", InputFormat.JSON_LINES),
              Map.entry("{\"cut\": 1\n{\"id\":\"E-2\"}\n", InputFormat.JSON_LINES),
              Map.entry("ISA*00*", InputFormat.X12),
              Map.entry("\uFEFF\r\n  ISA*00*", InputFormat.X12),
              Map.entry("GS*HC*", InputFormat.X12),
              Map.entry("Claim,Code\n", InputFormat.JSON),
              Map.entry("{\"resourceType\":\"Bundle\"}\n{}", InputFormat.FHIR),
              Map.entry("{\n\"id\":\"1\",\n\"resourceType\" : \"Claim\"}", InputFormat.FHIR),
              Map.entry("{\"id\":\"resourceType\",\"a\":1}", InputFormat.JSON),
              Map.entry("{\"a\":{\"resourceType\":\"Claim\"}}", InputFormat.JSON)));

  @TestFactory
  Stream<DynamicTest> input_isToldByItsContent_andStaysWhole() {
    return FORMATS.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest("`" + each.getKey() + "`", () -> isTold(each)));
  }

  private static void isTold(Map.Entry<String, InputFormat> each) throws IOException {
    byte[] bytes = each.getKey().getBytes(UTF_8);

    SniffedInput input = SniffedInput.of(new ByteArrayInputStream(bytes));

    assertThat(input.format()).isEqualTo(each.getValue());
    assertThat(input.in().readAllBytes()).isEqualTo(bytes);
  }
}

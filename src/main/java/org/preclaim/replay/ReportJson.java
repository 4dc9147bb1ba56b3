package org.preclaim.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.preclaim.encounter.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The JSON of reports and of what they are made of: one line, money as text, no absent parts. */
public final class ReportJson {

  /** Reads and writes records of this room; what it does not know it refuses. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(
              new SimpleModule()
                  .addSerializer(Money.class, new MoneyWriter())
                  .addDeserializer(Money.class, new MoneyReader()))
          .build();

  private ReportJson() {}

  /** The report, without a line break. */
  public static String line(Report report) {
    return MAPPER.writeValueAsString(report);
  }

  private static final class MoneyWriter extends StdSerializer<Money> {
    MoneyWriter() {
      super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializationContext context) {
      json.writeString(money.toString());
    }
  }

  private static final class MoneyReader extends StdDeserializer<Money> {
    MoneyReader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) {
      return new Money(new BigDecimal(json.getString()));
    }
  }
}

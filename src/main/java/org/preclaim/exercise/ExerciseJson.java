package org.preclaim.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.preclaim.problem.Place;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** A report as JSON: one line, places as they are shown to people, no absent parts. */
public final class ExerciseJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(new SimpleModule().addSerializer(Place.Cell.class, new PlaceWriter()))
          .build();

  private ExerciseJson() {}

  /** The report, without a line break. */
  public static String line(ExerciseReport report) {
    return MAPPER.writeValueAsString(report);
  }

  private static final class PlaceWriter extends StdSerializer<Place.Cell> {
    PlaceWriter() {
      super(Place.Cell.class);
    }

    @Override
    public void serialize(Place.Cell place, JsonGenerator json, SerializationContext context) {
      json.writeString(place.toString());
    }
  }
}

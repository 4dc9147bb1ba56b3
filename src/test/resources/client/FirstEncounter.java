import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import preclaim.client.ApiClient;
import preclaim.client.ApiException;
import preclaim.client.api.DefaultApi;
import preclaim.client.model.Decision;
import preclaim.client.model.DenialWarning;
import preclaim.client.model.Encounter;
import preclaim.client.model.Patient;
import preclaim.client.model.ServiceLine;

/** What a billing system might do with the client; takes the service's address. */
public final class FirstEncounter implements UnaryOperator<String> {

  @Override
  public String apply(String address) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(address);
    DefaultApi preclaim = new DefaultApi(client);
    try {
      Decision decision = preclaim.decide(encounter("99999"), false, UUID.randomUUID().toString());
      StringBuilder told = new StringBuilder(decision.getOutcome().getValue());
      for (DenialWarning warning : decision.getWarnings()) {
        told.append(' ').append(warning.getPolicy().getId());
        told.append(' ').append(warning.getChargeAtRisk());
      }
      told.append(' ').append(preclaim.find(decision.getDecisionId()).getEncounterId());
      return told.append(' ').append(refusal(preclaim)).toString();
    } catch (ApiException failed) {
      throw new IllegalStateException(failed.getResponseBody(), failed);
    }
  }

  private static int refusal(DefaultApi preclaim) {
    try {
      preclaim.decide(encounter("no code"), false, null);
      return 0;
    } catch (ApiException refused) {
      return refused.getCode();
    }
  }

  private static Encounter encounter(String code) {
    ServiceLine line =
        new ServiceLine()
            .number(1)
            .code(code)
            .units("1")
            .charge("100.00")
            .serviceDate(LocalDate.of(2026, 3, 3));
    return new Encounter()
        .id("E-CLIENT")
        .setting(Encounter.SettingEnum.PRACTITIONER)
        .patient(new Patient().key("p-77"))
        .lines(List.of(line));
  }
}

package org.preclaim.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service a command talks to, and as whom. */
final class ServerOptions {

  /** Holds the key: on the command line everybody on the machine could read it. */
  static final String VARIABLE = "PRECLAIM_KEY";

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "The service (default: http://127.0.0.1:8080).")
  String server = "http://127.0.0.1:8080";

  @Option(
      names = "--ask-key",
      interactive = true,
      description =
          "Ask for the key of the caller on the terminal (default: the environment variable "
              + VARIABLE
              + ", or none).")
  char @Nullable [] asked;

  /** The service; refused where its address is none. */
  ReleaseServer open() {
    return ReleaseServer.at(address(), asked == null ? System.getenv(VARIABLE) : new String(asked));
  }

  private URI address() {
    try {
      URI address = URI.create(server.endsWith("/") ? server : server + "/");
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (web && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException noAddress) {
      // Told below.
    }
    throw new UserError("`" + server + "` is no address: expected one such as https://host:8443");
  }
}

package org.preclaim.cli;

import java.io.Console;
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
      description =
          "Ask for the key of the caller on the terminal (default: the environment variable "
              + VARIABLE
              + ", or none).")
  boolean ask;

  /** The service; what it is asked in is refused where its address is none. */
  ReleaseServer open() {
    return ReleaseServer.at(address(), ask ? asked() : System.getenv(VARIABLE));
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

  private static @Nullable String asked() {
    Console console = System.console();
    if (console == null) {
      throw new UserError("there is no terminal to ask on: expected the key in " + VARIABLE);
    }
    char[] typed = console.readPassword("key: ");
    return typed == null ? null : new String(typed);
  }
}

package org.preclaim.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Where the service listens. */
final class ServeOptions {

  private static final int PORT_MAX = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen on; 0 takes any free one (default: 8080).")
  int port;

  @Option(
      names = "--address",
      paramLabel = "A",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on (default: 127.0.0.1); one that others can reach needs callers with"
              + " keys or tokens.")
  String address = "127.0.0.1";

  @Option(
      names = "--authenticate",
      description = "Callers prove who they are on a loopback address too, for instance by a key.")
  boolean proof;

  /** Where it listens. */
  InetSocketAddress socketAddress() {
    if (port < 0 || port > PORT_MAX) {
      throw new UserError("`" + port + "` is no port: expected 0 to " + PORT_MAX);
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(address), port);
    } catch (UnknownHostException unknown) {
      throw new UserError("`" + address + "` is no address: expected one such as 127.0.0.1");
    }
  }
}

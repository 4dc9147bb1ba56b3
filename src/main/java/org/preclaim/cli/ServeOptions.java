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
      description = "Loopback address to listen on (default: 127.0.0.1).")
  String address = "127.0.0.1";

  /** The address, which only this machine can reach. */
  InetSocketAddress socketAddress() {
    if (port < 0 || port > PORT_MAX) {
      throw new UserError("`" + port + "` is no port: expected 0 to " + PORT_MAX);
    }
    return new InetSocketAddress(loopback(), port);
  }

  private InetAddress loopback() {
    InetAddress resolved;
    try {
      resolved = InetAddress.getByName(address);
    } catch (UnknownHostException unknown) {
      throw new UserError("`" + address + "` is no address: expected one such as 127.0.0.1");
    }
    if (!resolved.isLoopbackAddress()) {
      throw new UserError(
          "`"
              + address
              + "` can be reached from other machines, and callers cannot be authenticated yet:"
              + " expected a loopback address such as 127.0.0.1; to serve others, put a proxy that"
              + " authenticates them in front");
    }
    return resolved;
  }
}

package org.preclaim.desk;

import java.net.InetSocketAddress;
import org.preclaim.caller.key.KeyRing;

/**
 * Where a service listens, and how it knows its callers.
 *
 * @param address where it listens; port 0 takes any free one
 * @param proof whether callers prove who they are although only this machine can reach it
 * @param keys the keys that were given to callers
 */
public record Entrance(InetSocketAddress address, boolean proof, KeyRing keys) {

  /** The entrance for the one user of this machine. */
  public static Entrance local(InetSocketAddress loopback) {
    return new Entrance(loopback, false, KeyRing.empty());
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    return address.getAddress().isLoopbackAddress();
  }
}

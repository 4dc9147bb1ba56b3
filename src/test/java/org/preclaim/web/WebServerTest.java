package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.desk.Desk;
import org.preclaim.fixtures.SampleDesk;

class WebServerTest {

  @TempDir Path folder = Path.of("");

  @Test
  void start_portInUse_saysWhichAndWhatToDo() throws Exception {
    Desk desk = SampleDesk.failing(folder);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> WebServer.start(desk, new InetSocketAddress(loopback, port)).close())
          .isInstanceOf(BindException.class)
          .hasMessage(
              "cannot listen on `127.0.0.1` port `"
                  + port
                  + "`, which is in use or not of this machine: choose another with --port or"
                  + " --address");
    }
  }
}

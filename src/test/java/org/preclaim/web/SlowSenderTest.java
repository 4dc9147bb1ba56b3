package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.desk.Entrance;
import org.preclaim.fixtures.RawHttp;
import org.preclaim.fixtures.SampleDesk;

/** Whoever sends a byte now and then holds a thread for a while, and not for good. */
class SlowSenderTest {

  private static final String TYPE = "Content-Type: application/json";
  private static final int BYTES = 1_000_000;
  private static final int STEP_MILLIS = 50;
  private static final int TRIES = 100;

  private WebServer server;

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    Map<String, String> settings =
        Map.of(
            "server.servlet.context-parameters[" + BodyPace.SECONDS + "]",
            "1",
            "server.tomcat.threads.max",
            "4");
    Entrance entrance = Entrance.local(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server = WebServer.start(SampleDesk.failing(data), entrance, settings);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void singleBody_aByteNowAndThen_isToldThatItIsTooSlow() throws Exception {
    try (RawHttp slow = new RawHttp(server.port())) {
      slow.sendPost("/v1/decisions", TYPE, "Content-Length: " + BYTES);

      assertThat(trickled(slow)).startsWith("HTTP/1.1 408").contains("too-slow");
    }
  }

  @Test
  void refusedBody_aByteNowAndThen_isAnsweredAndCutOff() throws Exception {
    try (RawHttp slow = new RawHttp(server.port())) {
      slow.sendPost("/nowhere", TYPE, "Content-Length: " + BYTES);

      assertThat(trickled(slow)).startsWith("HTTP/1.1 404").contains("not-found");
    }
  }

  @Test
  void refusedBody_sentAtOnce_leavesTheConnectionForTheNextRequest() throws Exception {
    try (RawHttp sender = new RawHttp(server.port())) {
      sender.sendPost("/nowhere", TYPE, "Content-Length: 100000");
      sender.send("x".repeat(100_000));
      assertThat(sender.readTo("}\n")).startsWith("HTTP/1.1 404");
      sender.send("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\n\r\n");

      assertThat(sender.readTo("}")).contains("HTTP/1.1 200");
    }
  }

  @Test
  void batches_onHalfOfTheThreads_leaveTheOthersToSingleEncounters() throws Exception {
    try (RawHttp first = batch();
        RawHttp second = batch()) {
      assertThat(answerTo(first)).contains("HTTP/1.1 200");
      assertThat(answerTo(second)).contains("HTTP/1.1 200");
      try (RawHttp third = batch();
          RawHttp single = new RawHttp(server.port())) {
        assertThat(answerTo(third)).contains("HTTP/1.1 503", "too-many-batches");
        single.sendPost("/v1/decisions", TYPE, "Content-Length: " + SampleDesk.CLEAN.length());
        single.send(SampleDesk.CLEAN);
        assertThat(single.readTo("}\n")).contains("HTTP/1.1 200");
      }
      first.sendChunk("");
      assertThat(first.readTo("}}\n")).contains("summary");
      // The place is given back a moment after the last answer.
      String next = "";
      for (int tried = 0; tried < TRIES && !next.contains("HTTP/1.1 200"); tried++) {
        try (RawHttp batch = batch()) {
          next = answerTo(batch);
        }
      }
      assertThat(next).contains("HTTP/1.1 200");
    }
  }

  private RawHttp batch() throws IOException {
    RawHttp batch = new RawHttp(server.port());
    batch.sendPost(
        "/v1/decisions/batch", "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked");
    return batch;
  }

  /** What the first encounter of a batch is answered with. */
  private static String answerTo(RawHttp batch) throws IOException {
    batch.sendChunk(SampleDesk.CLEAN + "\n");
    return batch.readTo("}\n");
  }

  /** Sends a byte now and then until the connection is closed; gives what was answered. */
  private static String trickled(RawHttp slow) throws Exception {
    StringBuilder answer = new StringBuilder();
    try {
      for (int sent = 0; sent < BYTES; sent++) {
        slow.send(" ");
        Thread.sleep(STEP_MILLIS);
        answer.append(slow.readAvailable());
      }
    } catch (IOException closed) {
      return answer.toString();
    }
    throw new IOException("the connection stays open");
  }
}

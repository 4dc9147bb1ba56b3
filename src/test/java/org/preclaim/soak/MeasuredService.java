package org.preclaim.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service in a process of its own: the packaged jar where {@code -Dpreclaim.soak.jar} names it,
 * else the classes of this run.
 */
final class MeasuredService implements AutoCloseable {

  private static final String JAR = System.getProperty("preclaim.soak.jar", "");
  private static final Pattern LISTENING = Pattern.compile("listening url=(http://\\S+) .*");

  private static final Pattern ALIVE = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
  private static final long BYTES_PER_KILOBYTE = 1024;
  private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  /** What the process holds after it was told to collect garbage, in KiB. */
  record Memory(long heap, long metaspace) {

    private static final int MEGABYTE = 1 << 10;

    @Override
    public String toString() {
      return "heap " + heap / MEGABYTE + " MiB, metaspace " + metaspace / MEGABYTE + " MiB";
    }
  }

  private MeasuredService(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it with this much heap, and returns once it listens. */
  static MeasuredService start(String heap, Path policies, Path data) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseG1GC"));
    if (JAR.isEmpty()) {
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add("org.preclaim.Application");
    } else {
      command.addAll(List.of("-jar", JAR));
    }
    command.addAll(List.of("serve", "--port", "0"));
    command.addAll(List.of("--policies", policies.toString(), "--data", data.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader log = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    try {
      String url = listening(log);
      Thread drain = new Thread(() -> log.lines().forEach(line -> {}), "log");
      drain.setDaemon(true);
      drain.start();
      return new MeasuredService(process, url);
    } catch (IOException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  private static String listening(BufferedReader log) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        return listening.group(1);
      }
      said.append(line).append('\n');
    }
    throw new IOException("the service does not start: " + said);
  }

  /** What it holds now. */
  Memory memory() throws IOException {
    // A collection clears what the next one may unload. The histogram collects once more and counts
    // what is alive: what the traffic allocates until somebody asks for the heap's size is not.
    tool("GC.run");
    long alive = number(ALIVE, tool("GC.class_histogram")) / BYTES_PER_KILOBYTE;
    return new Memory(alive, number(METASPACE, tool("GC.heap_info")));
  }

  private static long number(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("unknown answer of jcmd: " + text);
    }
    return Long.parseLong(found.group(1));
  }

  private String tool(String command) throws IOException {
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                command)
            .redirectErrorStream(true)
            .start();
    return new String(tool.getInputStream().readAllBytes(), UTF_8);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return post(path, type, BodyPublishers.ofString(body));
  }

  HttpResponse<String> post(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        request(path).header("Content-Type", type).POST(body).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

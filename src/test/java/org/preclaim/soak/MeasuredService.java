package org.preclaim.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
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
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The service in a process of its own: the packaged jar where {@code -Dpreclaim.soak.jar} names it,
 * else the classes of this run.
 */
final class MeasuredService implements AutoCloseable {

  private static final String JAR = System.getProperty("preclaim.soak.jar", "");
  private static final Pattern LISTENING = Pattern.compile("listening url=(http://\\S+) .*");

  private final Process process;
  private final JMXConnector management;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  /** What the process holds after it was told to collect garbage. */
  record Memory(long heap, long metaspace) {

    private static final int MEGABYTE = 1 << 20;

    @Override
    public String toString() {
      return "heap " + heap / MEGABYTE + " MiB, metaspace " + metaspace / MEGABYTE + " MiB";
    }
  }

  private MeasuredService(Process process, JMXConnector management, String url) {
    this.process = process;
    this.management = management;
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
      return new MeasuredService(process, management(process), url);
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

  private static JMXConnector management(Process process) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      try {
        return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException refused) {
      throw new IOException(refused);
    }
  }

  /** What it holds now. */
  Memory memory() throws IOException {
    MBeanServerConnection server = management.getMBeanServerConnection();
    MemoryMXBean memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
    // The first collection clears what the second one may unload.
    memory.gc();
    memory.gc();
    long metaspace =
        ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .mapToLong(pool -> pool.getUsage().getUsed())
            .sum();
    return new Memory(memory.getHeapMemoryUsage().getUsed(), metaspace);
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
  public void close() throws IOException {
    management.close();
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package org.preclaim.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads what is left of a body once its request is answered, so that the sender reads the answer
 * and not that the connection was cut. Tomcat would read on for as long as a byte comes now and
 * then; this gives up on who is too slow, or sends too much of what nobody wants.
 */
final class UnreadBody extends ValveBase {

  private static final long BYTES_MAX = 2 << 20;

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    try {
      getNext().invoke(request, response);
    } finally {
      if (!isReadToTheEnd(request, response)) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }

  private static boolean isReadToTheEnd(Request request, Response response) {
    try {
      if (request.getInputStream().isFinished()) {
        return true;
      }
      // The whole answer goes first: its sender may wait for that before it ends the body.
      response.finishResponse();
      return request.getHeader("Expect") == null
          && request.getContentLengthLong() <= BYTES_MAX
          && isReadToTheEnd(request.getCoyoteRequest(), BodyPace.of(request));
    } catch (IOException senderIsGone) {
      return false;
    }
  }

  /** Reads below the stream of the application, which may be closed. */
  private static boolean isReadToTheEnd(org.apache.coyote.Request request, BodyPace pace)
      throws IOException {
    Dropped dropped = new Dropped();
    long bytes = 0;
    while (bytes <= BYTES_MAX && pace.isKept(bytes)) {
      int read = request.doRead(dropped);
      if (read < 0) {
        return true;
      }
      bytes += read;
    }
    return false;
  }

  /** Where the bytes are seen and left. */
  private static final class Dropped implements ApplicationBufferHandler {

    private ByteBuffer bytes = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {
      // Nothing is kept.
    }
  }
}

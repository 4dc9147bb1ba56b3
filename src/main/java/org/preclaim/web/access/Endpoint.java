package org.preclaim.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.preclaim.caller.Audit;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A row of the table of calls.
 *
 * @param method of the requests; one with {@code GET} holds for {@code HEAD} too
 * @param path of the requests; the parser and its meaning are those of the calls themselves
 * @param entry who is let in at all
 * @param roles one of them is asked for, where roles are
 * @param act whether it is an administrative act, of which the audit log has a line
 */
public record Endpoint(
    HttpMethod method, PathPattern path, Entry entry, Set<Role> roles, boolean act) {

  /** Who is let in. */
  public enum Entry {
    /** Everybody. */
    OPEN,
    /** Whoever is known, where people can log in; everybody where they cannot. It shows nothing. */
    PAGE,
    /** Whoever has one of the roles. */
    ROLES
  }

  /** Copies the roles. */
  public Endpoint {
    roles = Set.copyOf(roles);
  }

  static Endpoint open(HttpMethod method, String path) {
    return of(method, path, Entry.OPEN, false);
  }

  static Endpoint page(String path) {
    return of(HttpMethod.GET, path, Entry.PAGE, false);
  }

  static Endpoint call(HttpMethod method, String path, Role... roles) {
    return of(method, path, Entry.ROLES, false, roles);
  }

  static Endpoint act(HttpMethod method, String path, Role... roles) {
    return of(method, path, Entry.ROLES, true, roles);
  }

  private static Endpoint of(
      HttpMethod method, String path, Entry entry, boolean act, Role... roles) {
    Set<Role> all = EnumSet.noneOf(Role.class);
    all.addAll(Arrays.asList(roles));
    return new Endpoint(method, PathPatternParser.defaultInstance.parse(path), entry, all, act);
  }

  boolean isFor(HttpMethod asked) {
    return method.equals(asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked);
  }

  boolean isAt(HttpServletRequest request) {
    return path.matches(
        RequestPath.parse(request.getRequestURI(), request.getContextPath())
            .pathWithinApplication());
  }

  /** Writes the audit log's line; the row's path, for the request's is the caller's text. */
  void noteAct(Caller caller, HttpServletRequest request, Object outcome) {
    String what = "http." + request.getMethod().toLowerCase(Locale.ROOT);
    Audit.act(caller, what, path.getPatternString(), outcome);
  }

  /** Whether one of the caller's roles is asked for. */
  public boolean lets(Caller caller) {
    return roles.stream().anyMatch(caller::may);
  }
}

package org.preclaim.web;

import java.util.HashMap;
import java.util.Map;
import org.preclaim.caller.key.KeyRing;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Entrance;
import org.preclaim.web.access.Access;
import org.preclaim.web.access.AccessCheck;
import org.preclaim.web.access.Proof;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * What the service is handed before Spring assembles the rest: the desk, and how callers prove who
 * they are. Where they need not, nothing of Spring Security is assembled.
 */
final class Furnishing implements ApplicationContextInitializer<GenericApplicationContext> {

  private final Desk desk;
  private final Entrance entrance;

  Furnishing(Desk desk, Entrance entrance) {
    this.desk = desk;
    this.entrance = entrance;
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    Access access = AccessCheck.of(entrance, context.getEnvironment());
    context.registerBean(Desk.class, () -> desk);
    context.registerBean(KeyRing.class, entrance::keys);
    context.registerBean(Access.class, () -> access);
    Map<String, Object> settings = new HashMap<>(Proof.settings(access));
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("callers", settings));
  }
}

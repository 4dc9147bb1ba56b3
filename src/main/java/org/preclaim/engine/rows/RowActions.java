package org.preclaim.engine.rows;

import java.util.function.Consumer;
import org.drools.model.BitMask;
import org.drools.model.Channel;
import org.drools.model.Drools;
import org.drools.model.DroolsEntryPoint;
import org.preclaim.engine.language.Statement;

/** What an action of a row can do: state something. The fence lets no rule call anything else. */
record RowActions(Consumer<Statement> statements) implements Drools {

  @Override
  public void insert(Object object) {
    statements.accept((Statement) object);
  }

  @Override
  public void insert(Object object, boolean dynamic) {
    insert(object);
  }

  @Override
  public void update(Object object, String... modifiedProperties) {
    throw onlyStates();
  }

  @Override
  public void update(Object object, BitMask modifiedProperties) {
    throw onlyStates();
  }

  @Override
  public void delete(Object object) {
    throw onlyStates();
  }

  @Override
  public <T> T getRuntime(Class<T> runtimeClass) {
    throw onlyStates();
  }

  @Override
  public <T> T getContext(Class<T> contextClass) {
    throw onlyStates();
  }

  @Override
  public DroolsEntryPoint getEntryPoint(String name) {
    throw onlyStates();
  }

  @Override
  public void halt() {
    throw onlyStates();
  }

  @Override
  public void setFocus(String focus) {
    throw onlyStates();
  }

  @Override
  public Channel getChannel(String name) {
    throw onlyStates();
  }

  @Override
  public void logicalInsert(Object object) {
    throw onlyStates();
  }

  @Override
  public void insertAsync(Object object) {
    throw onlyStates();
  }

  private static IllegalStateException onlyStates() {
    return new IllegalStateException("a row only states");
  }
}

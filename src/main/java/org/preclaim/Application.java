package org.preclaim;

/** The entry point of the one jar. */
public final class Application {

  private Application() {}

  /** Starts Preclaim. */
  public static void main(String[] arguments) {
    System.out.println("preclaim");
  }
}

package org.preclaim.engine.artefact;

import org.jspecify.annotations.Nullable;

/** Where compiled modules are kept. It never fails a start: what it cannot give is compiled. */
public interface ArtefactCache {

  /** The module kept under {@code key}, unharmed; {@code null} where there is none. */
  byte @Nullable [] find(ArtefactKey key);

  /** Keeps a module. */
  void keep(ArtefactKey key, byte[] module);

  /** The module that was found is not what its key says: it is to be reported and forgotten. */
  void refuse(ArtefactKey key, String reason);

  /** A cache that keeps nothing. */
  static ArtefactCache none() {
    return new ArtefactCache() {
      @Override
      public byte @Nullable [] find(ArtefactKey key) {
        return null;
      }

      @Override
      public void keep(ArtefactKey key, byte[] module) {
        // Nothing is kept.
      }

      @Override
      public void refuse(ArtefactKey key, String reason) {
        // Nothing was found.
      }
    };
  }
}

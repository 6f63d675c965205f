const listeners = new Set<() => void>();

/** Passes what the page's one stream hears of points to the pages of the game. */
export const pointsHeard = {
  tell() {
    for (const listen of listeners) listen();
  },
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

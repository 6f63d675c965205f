const listeners = new Set<() => void>();

/** Passes what the page's one stream hears of this person's own calls to whoever shows them. */
export const callHeard = {
  tell() {
    for (const listen of listeners) listen();
  },
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** What the page's one stream hears of one kind is passed to whoever shows it. */
export type Heard = ReturnType<typeof createHeard>;

export function createHeard() {
  const listeners = new Set<() => void>();
  return {
    tell() {
      for (const listen of listeners) listen();
    },
    /** Returns how to stop listening. */
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

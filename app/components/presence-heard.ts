import type { Presence } from '#app/features/case/presence.ts';

type Listener = (told: Presence) => void;
const listeners = new Set<Listener>();

/** Passes what the page's one stream hears of colleagues to whoever shows it. */
export const presenceHeard = {
  tell(all: readonly Presence[]) {
    for (const told of all) for (const listen of listeners) listen(told);
  },
  /** Returns how to stop listening. */
  listen(listener: Listener): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

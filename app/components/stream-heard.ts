/** `changed`: something at this client company did; `lost`: nothing is heard until it is `open` again. */
export type StreamNews = 'changed' | 'open' | 'lost';

type Listener = (news: StreamNews) => void;
const listeners = new Set<Listener>();

/** Passes what becomes of the page's one stream to pages that read by themselves. */
export const streamHeard = {
  tell(news: StreamNews) {
    for (const listen of listeners) listen(news);
  },
  /** Returns how to stop listening. */
  listen(listener: Listener): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

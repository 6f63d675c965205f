/** What is being edited, with what it was before and what was taken back. */
export type EditHistory<T> = { past: readonly T[]; now: T; future: readonly T[]; tag: string | null };

const longest = 100;

export function beginHistory<T>(now: T): EditHistory<T> {
  return { past: [], now, future: [], tag: null };
}

/** An edit. Those that follow each other under one tag, as letters of one text, are taken back together. */
export function edit<T>(history: EditHistory<T>, now: T, tag: string | null): EditHistory<T> {
  if (tag !== null && tag === history.tag) return { ...history, now, future: [] };
  return { past: [...history.past, history.now].slice(-longest), now, future: [], tag };
}

export function undo<T>(history: EditHistory<T>): EditHistory<T> {
  const now = history.past.at(-1);
  if (now === undefined) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], tag: null };
}

export function redo<T>(history: EditHistory<T>): EditHistory<T> {
  const [now, ...future] = history.future;
  if (now === undefined) return history;
  return { past: [...history.past, history.now], now, future, tag: null };
}

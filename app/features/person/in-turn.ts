const turns = new Map<string, Promise<unknown>>();

/** One after another under one key, in this process: tries made at once do not race for one count (claim-try.ts). */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(key);
  const turn = (before ?? Promise.resolve()).catch(() => {}).then(work);
  turns.set(key, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(key) === turn) turns.delete(key);
  }
}

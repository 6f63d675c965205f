/** Who looks at a case or writes in it now, as the stream tells it. Kept nowhere. */
export type Presence = {
  topic: 'presence';
  /** The case. */
  id: string;
  userId: string;
  name: string;
  doing: 'viewing' | 'typing' | 'left';
};

/** Somebody in a case, last heard of at `at`, epoch ms. */
export type Present = { userId: string; name: string; doing: 'viewing' | 'typing'; at: number };

/** A page says every so often that it is still there; one that fell silent for longer has gone. */
export const presenceBeatMs = 20_000;
const silenceMs = 2.5 * presenceBeatMs;
/** Who stopped typing says nothing. */
const typingMs = 6_000;

/** The people in a case after one more word of somebody. */
export function hearPresence(known: readonly Present[], told: Presence, at: number): Present[] {
  const others = known.filter(({ userId }) => userId !== told.userId);
  if (told.doing === 'left') return others;
  return [...others, { userId: told.userId, name: told.name, doing: told.doing, at }];
}

/** Those who are there at `now`. */
export function presentAt(known: readonly Present[], now: number): Present[] {
  return known
    .filter(({ at }) => now - at < silenceMs)
    .map((one) => (one.doing === 'typing' && now - one.at >= typingMs ? { ...one, doing: 'viewing' } : one));
}

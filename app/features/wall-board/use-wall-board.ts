import { useEffect, useState } from 'react';
import { gatherReadings } from '#app/components/gather-readings.ts';
import { streamHeard } from '#app/components/stream-heard.ts';
import type { WallBoard } from './read-wall-board.ts';

/** A screen on a wall must not ask for every commit of a busy floor. */
const restMs = 1000;
/** Waiting and the next hours change with the clock, whatever is heard. */
const everyMs = 15_000;
/** Figures older than this are told as such though nobody noticed that the stream broke. */
const staleMs = 3 * everyMs;
const tickMs = 1000;

type Seen = { board: WallBoard; readAt: number; isLost: boolean };

/**
 * The newest figures, and how old they are by the clock of this screen. What cannot be read leaves the last ones where
 * they are: a wall never shows an error instead of figures, and comes back by itself.
 */
export function useWallBoard(first: WallBoard, address: string) {
  const [{ board, readAt, isLost }, setSeen] = useState<Seen>({ board: first, readAt: 0, isLost: false });
  const [now, setNow] = useState(0);
  useEffect(() => {
    setSeen((seen) => ({ ...seen, readAt: Date.now() }));
    const lose = () => setSeen((seen) => ({ ...seen, isLost: true }));
    const read = async () => {
      const fresh = await readFigures(address);
      if (fresh) setSeen({ board: fresh, readAt: Date.now(), isLost: false });
      else lose();
    };
    const readings = gatherReadings(read, restMs);
    const silence = streamHeard.listen((news) => (news === 'lost' ? lose() : readings.ask()));
    const asking = setInterval(readings.ask, everyMs);
    const ticking = setInterval(() => setNow(Date.now()), tickMs);
    return () => {
      silence();
      readings.stop();
      clearInterval(asking);
      clearInterval(ticking);
    };
  }, [address]);
  const ageMs = readAt === 0 ? 0 : Math.max(0, now - readAt);
  return { board, ageMs, isLost: isLost || ageMs > staleMs };
}

/** Null: there is no connection, or the session has ended. */
async function readFigures(address: string): Promise<WallBoard | null> {
  try {
    const response = await fetch(address, { redirect: 'error' });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

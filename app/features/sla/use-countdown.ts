import { useRef, useSyncExternalStore } from 'react';
import { type Countdown, countDown } from './countdown.ts';
import type { NearestTarget } from './nearest-target.ts';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all chips of the page; it stands still while there are none. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of listeners) tell();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

type Shown = { tone: Countdown['tone']; isPaused: boolean; text: string };

/**
 * A countdown that goes on by itself; who shows it is drawn again only when its text or tone is another. Time is
 * counted from when the page got the clock, so a computer whose clock is wrong shows the right time left.
 */
export function useCountdown(clock: NearestTarget, at: number, write: (leftMs: number) => string): Shown {
  const received = useRef({ at: Number.NaN, ms: 0 });
  const read = (now: number) => {
    const { tone, isPaused, leftMs } = countDown(clock, now);
    return `${tone} ${isPaused} ${write(leftMs)}`;
  };
  const readNow = () => {
    if (received.current.at !== at) received.current = { at, ms: performance.now() };
    return read(at + performance.now() - received.current.ms);
  };
  const [tone, isPaused, ...text] = useSyncExternalStore(subscribe, readNow, () => read(at)).split(' ');
  return { tone: tone as Shown['tone'], isPaused: isPaused === 'true', text: text.join(' ') };
}

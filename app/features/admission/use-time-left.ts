import { useEffect, useState } from 'react';

/**
 * How much time is left, ms, as the server said when the page was read and by the time that passed since, not by the
 * clock on the wall of this computer: setting it changes nothing.
 */
export function useTimeLeft(remainingMs: number): number {
  const [left, setLeft] = useState(remainingMs);
  useEffect(() => {
    const readAt = performance.now();
    const look = () => setLeft(Math.max(0, remainingMs - (performance.now() - readAt)));
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [remainingMs]);
  return left;
}

/** `9:05`. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

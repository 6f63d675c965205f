type WaitParts = { unit: 'clock'; text: string } | { unit: 'hours' | 'days'; n: number };

/** A time in the unit that is read from afar; below nought, by clocks that differ, it is nought. */
export function waitParts(ms: number): WaitParts {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  if (hours >= 48) return { unit: 'days', n: Math.floor(hours / 24) };
  if (hours >= 1) return { unit: 'hours', n: hours };
  return { unit: 'clock', text: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` };
}

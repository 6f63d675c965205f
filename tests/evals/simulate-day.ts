export type SimulatedSlot = { contacts: number; agents: number };
export type SimulatedDay = { offered: number; inTime: number; abandoned: number };

/**
 * One day of a queue event by event: contacts come by chance at the rate of their half hour, wait in order for whoever is
 * free, and leave when their patience ends. Whoever's shift ends finishes the contact he has. Times in seconds.
 */
export function simulateDay(
  slots: readonly SimulatedSlot[],
  {
    slotS,
    handlingS,
    patienceS,
    targetS,
  }: { slotS: number; handlingS: number; patienceS: number | null; targetS: number },
  draw: () => number,
): SimulatedDay {
  const exponential = (mean: number) => -mean * Math.log(1 - draw());
  const day = { offered: 0, inTime: 0, abandoned: 0 };
  const arrivals = slots.flatMap(({ contacts }, slot) => {
    const times: number[] = [];
    if (contacts === 0) return times;
    for (let at = exponential(slotS / contacts); at < slotS; at += exponential(slotS / contacts))
      times.push(slot * slotS + at);
    return times;
  });
  const waiting: { at: number; until: number }[] = [];
  const ends: number[] = [];
  const agentsAt = (at: number) => slots[Math.min(slots.length - 1, Math.floor(at / slotS))]?.agents ?? 0;
  const begin = (came: number, at: number) => {
    if (at - came <= targetS) day.inTime += 1;
    insert(ends, at + exponential(handlingS));
  };
  const serveWaiting = (at: number) => {
    while (waiting.length > 0 && ends.length < agentsAt(at)) {
      const next = waiting.shift();
      if (!next) break;
      if (next.until < at) day.abandoned += 1;
      else begin(next.at, at);
    }
  };
  let nextSlot = 0;
  const runUntil = (at: number) => {
    for (;;) {
      const end = ends[0] ?? Number.POSITIVE_INFINITY;
      const change = nextSlot * slotS;
      const event = Math.min(end, change);
      if (event > at || nextSlot > slots.length + 48) return;
      if (event === end) ends.shift();
      else nextSlot += 1;
      serveWaiting(event);
    }
  };
  for (const at of arrivals) {
    runUntil(at);
    day.offered += 1;
    if (waiting.length === 0 && ends.length < agentsAt(at)) begin(at, at);
    else
      waiting.push({
        at,
        until: patienceS === null ? Number.POSITIVE_INFINITY : at + exponential(patienceS),
      });
  }
  runUntil(slots.length * slotS + 24 * 3600);
  return day;
}

function insert(sorted: number[], value: number): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, value);
}

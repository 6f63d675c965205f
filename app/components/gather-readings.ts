/** Soon, so that an event is seen at once; not at once, for what is told together is one reading. */
const soonMs = 40;

/**
 * Asked to read, it does so soon, and while it reads and for `restMs` after it began only once more, however often it
 * is asked. It never begins a reading before the last one ended: a router gives up the one under way, and where news
 * come quicker than pages nothing would ever be shown.
 */
export function gatherReadings(read: () => Promise<void>, restMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begunAt = Number.NEGATIVE_INFINITY;
  let isReading = false;
  let isAsked = false;
  let isStopped = false;
  const plan = () => {
    if (timer !== undefined || isReading || isStopped) return;
    timer = setTimeout(() => void begin(), Math.max(soonMs, begunAt + restMs - performance.now()));
  };
  const begin = async () => {
    timer = undefined;
    begunAt = performance.now();
    isAsked = false;
    isReading = true;
    try {
      await read();
    } finally {
      isReading = false;
      if (isAsked) plan();
    }
  };
  return {
    ask() {
      isAsked = true;
      plan();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

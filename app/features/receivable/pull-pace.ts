type Window = { windowMs: number; max: number };

/** Of what a carrier lets through at most so much is asked at night: the rest is for people. */
const share = 0.5;

/** How long to wait after so many questions, so that they take up no more than their share of any window. */
export function pauseAfter(questions: number, windows: readonly Window[]): number {
  const slowestMs = Math.max(0, ...windows.map(({ windowMs, max }) => windowMs / max));
  return Math.ceil((questions * slowestMs) / share);
}

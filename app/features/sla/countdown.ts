import type { NearestTarget } from './nearest-target.ts';

export type Countdown = {
  /** Open time, ms; negative: this late. */
  leftMs: number;
  isPaused: boolean;
  tone: 'far' | 'near' | 'late' | 'paused';
};
type Counted = Pick<NearestTarget, 'leftMs' | 'targetMs' | 'running'>;

/** The last part of the target that calls for haste. */
const nearShare = 1 / 4;

/** What a clock that was evaluated a while ago shows now, without asking its calendar again. */
export function countDown({ leftMs, targetMs, running }: Counted, now: number): Countdown {
  const ranMs = running ? Math.max(0, Math.min(now, running.to) - running.from) : 0;
  const left = leftMs - ranMs;
  const isPaused = !running || now < running.from || now >= running.to;
  return { leftMs: left, isPaused, tone: toneOf(left, targetMs, isPaused) };
}

function toneOf(leftMs: number, targetMs: number, isPaused: boolean): Countdown['tone'] {
  if (leftMs < 0) return 'late';
  if (isPaused) return 'paused';
  return leftMs < targetMs * nearShare ? 'near' : 'far';
}

/** The two greatest units that say something: `7 ч 20 м`, `38 ч`, `−15 м`, `40 с`. Days are no open time. */
export function splitLength(ms: number): { sign: '' | '−'; parts: [count: number, unit: 'h' | 'm' | 's'][] } {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const sign = ms < 0 && seconds > 0 ? '−' : '';
  const [h, m] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (h >= 10 || (h > 0 && m === 0)) return { sign, parts: [[h, 'h']] };
  if (h > 0)
    return {
      sign,
      parts: [
        [h, 'h'],
        [m, 'm'],
      ],
    };
  return { sign, parts: [m > 0 ? [m, 'm'] : [seconds, 's']] };
}

import type { LevelShift } from './level-shift.ts';
import type { Errors } from './measure.ts';
import type { MethodName } from './methods.ts';

/** What the forecast in force is: what was learnt, or the simpler one that did better on the last weeks. */
export type LiveForecast = 'learnt' | 'last-week' | 'moving-average';

/** How the forecast of a queue was made. `shift`: with the date of its first day. */
export type ForecastMade = {
  live: LiveForecast;
  from: MethodName[];
  tried: { name: MethodName; wape: number }[];
  spread: number;
  shift: (Pick<LevelShift, 'ratio'> & { on: string }) | null;
};

/** How far what was said a week ahead was from what came, beside the two simple ways of saying it. */
export type WeekErrors = Record<LiveForecast, Errors>;

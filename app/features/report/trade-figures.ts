import type { MetricKey } from '#app/features/metric/metric.ts';

/**
 * What other centres publish of themselves, in the unit of our metric: shares and scores 0…1, times in milliseconds.
 * `metric: null`: we do not measure the same.
 */
export type TradeFigure = { measure: string; metric: MetricKey | null; value: number; source: string };

/** Sources are named as in the design's list of the trade's figures. */
export const tradeFigures = [
  { measure: 'wait', metric: 'speedOfAnswer', value: 25_000, source: 'Tele2, 2019' },
  { measure: 'serviceLevel', metric: 'serviceLevel', value: 0.8, source: 'template' },
  { measure: 'handled', metric: 'answeredShare', value: 0.9, source: 'template' },
  { measure: 'handlingTime', metric: 'handlingTime', value: 110_000, source: 'template' },
  { measure: 'solve', metric: 'timeToSolve', value: 120_000, source: 'Tele2, 2019' },
  { measure: 'firstLine', metric: 'solvedOnFirstLine', value: 0.97, source: 'Tele2, 2019' },
  { measure: 'online', metric: 'firstResponse', value: 0.936, source: 'Tele2, 2017' },
  { measure: 'missedChats', metric: 'missedChats', value: 0.0206, source: 'Tele2, 2017' },
  { measure: 'satisfaction', metric: 'satisfaction', value: 0.9, source: 'Tele2, 2017' },
  { measure: 'satisfactionTemplate', metric: 'satisfaction', value: 0.8, source: 'template' },
  { measure: 'recommendation', metric: 'recommendation', value: 0.58, source: 'Tele2, 2019' },
  { measure: 'accuracy', metric: 'accuracyCustomer', value: 0.97, source: 'template' },
  { measure: 'occupancy', metric: 'occupancy', value: 0.7, source: 'template' },
  { measure: 'repeat', metric: 'repeatContacts', value: 0.1, source: 'template' },
  { measure: 'bot', metric: null, value: 0.12, source: 'Tele2, 2019' },
  { measure: 'agents', metric: null, value: 0.94, source: 'Tele2, 2017' },
] as const satisfies TradeFigure[];

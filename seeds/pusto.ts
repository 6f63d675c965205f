import { demoClock, type TenantPlan } from './plan.ts';

/** A client of today: accounts at the carriers, nothing else yet. */
export const pusto: TenantPlan = {
  slug: 'pusto',
  name: 'Новый клиент',
  colour: '#f08c00',
  timeZone: 'Europe/Moscow',
  seed: 13,
  clock: demoClock,
  lines: { mts: 0, beeline: 0, megafon: 0 },
  firstNumber: 20_000,
  contractPrefix: 'Н',
  requests: 0,
  openRequests: 0,
};

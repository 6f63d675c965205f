import { demoClock, type TenantPlan } from './plan.ts';

/** Like the first client: 21,000 lines at three carriers, eighteen months of requests. */
export const volna: TenantPlan = {
  slug: 'volna',
  name: 'Волна',
  colour: '#1c7ed6',
  timeZone: 'Europe/Moscow',
  seed: 11,
  clock: demoClock,
  lines: { mts: 9000, beeline: 6500, megafon: 5500 },
  firstNumber: 0,
  contractPrefix: 'В',
  requests: 40_000,
  openRequests: 24,
};

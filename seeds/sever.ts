import { demoClock, type TenantPlan } from './plan.ts';

/** A smaller client. */
export const sever: TenantPlan = {
  slug: 'sever',
  name: 'Север',
  colour: '#0ca678',
  timeZone: 'Asia/Yekaterinburg',
  seed: 12,
  clock: demoClock,
  lines: { mts: 700, beeline: 450, megafon: 350 },
  firstNumber: 10_000,
  contractPrefix: 'С',
  requests: 2500,
  openRequests: 6,
};

import type { ContactLimits } from './contact-limits.ts';

/** What the law allows at most, as of 01.02.2024. */
export const lawfulLimits: ContactLimits = {
  workingDays: { from: '08:00', to: '22:00' },
  daysOff: { from: '09:00', to: '20:00' },
  alsoOff: [],
  calls: { day: 1, week: 2, month: 8 },
  messages: { day: 2, week: 4, month: 16 },
  meetings: { week: 1 },
};

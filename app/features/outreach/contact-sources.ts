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

/** The article of each limit, and where it was read. */
export const limitSources: Record<keyof ContactLimits, { article: string; readIn: string }> = {
  workingDays: { article: '230-ФЗ, ст. 7 ч. 3 и 5', readIn: 'УФССП Мурманск, 29.09.2025' },
  daysOff: { article: '230-ФЗ, ст. 7 ч. 3 и 5', readIn: 'УФССП Мурманск, 29.09.2025' },
  alsoOff: { article: 'ТК РФ, ст. 112', readIn: 'постановление о переносе выходных' },
  calls: { article: '230-ФЗ, ст. 7 ч. 3', readIn: 'УФССП Мурманск, altcge.ru; робот: admmatlim.ru' },
  messages: { article: '230-ФЗ, ст. 7 ч. 5', readIn: '73online.ru (УФССП)' },
  meetings: { article: '230-ФЗ, ст. 7 ч. 3', readIn: 'УФССП Мурманск, 29.09.2025' },
};

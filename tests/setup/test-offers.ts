import type { OfferInput } from '#app/features/offer/offer-input.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** An offer as a form sends it: an option for free to anybody, once a year. */
export function offerInput(seed: number, over: Partial<OfferInput> = {}): OfferInput {
  return {
    id: seededId(seedTime, seed, 210),
    replaces: null,
    kind: 'save',
    name: `Предложение ${seed}`,
    words: 'Мы подключим вам пакет интернета бесплатно.',
    payload: { kind: 'option.connect', optionCode: 'GB5' },
    creditKopecks: 0,
    costKopecks: 10_000,
    rules: {
      carriers: [],
      tariffs: [],
      tenureAtLeast: 0,
      budgetKopecks: 30_000,
      timesALine: 1,
      everyDays: 365,
    },
    ...over,
  };
}

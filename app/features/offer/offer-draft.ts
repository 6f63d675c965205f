import type { Payload } from '#app/features/request/request.ts';
import type { OfferKind } from './offer.ts';
import type { OfferInput } from './offer-input.ts';

/** What he gets: a change at the carrier, money, or something that a person does. */
export const givings = ['option.connect', 'option.disconnect', 'tariff.change', 'credit', 'other'] as const;
export type Giving = (typeof givings)[number];

/** An offer as its form holds it: money in roubles, lists as they are typed. */
export type OfferDraft = {
  kind: OfferKind;
  name: string;
  words: string;
  giving: Giving;
  code: string;
  task: string;
  creditRoubles: number;
  costRoubles: number;
  budgetRoubles: number;
  carriers: string[];
  tariffs: string;
  tenureAtLeast: number;
  timesALine: number;
  everyDays: number;
};

export const blankDraft: OfferDraft = {
  kind: 'save',
  name: '',
  words: '',
  giving: 'option.connect',
  code: '',
  task: '',
  creditRoubles: 0,
  costRoubles: 0,
  budgetRoubles: 0,
  carriers: [],
  tariffs: '',
  tenureAtLeast: 0,
  timesALine: 1,
  everyDays: 365,
};

type Offer = Omit<OfferInput, 'id' | 'replaces'>;

export function draftOf({
  kind,
  name,
  words,
  payload,
  creditKopecks,
  costKopecks,
  rules,
}: Offer): OfferDraft {
  const { carriers, tariffs, tenureAtLeast, timesALine, everyDays, budgetKopecks } = rules;
  const roubles = { costRoubles: costKopecks / 100, budgetRoubles: budgetKopecks / 100 };
  const text = { kind, name, words, carriers, tariffs: tariffs.join(', ') };
  const limits = { tenureAtLeast, timesALine, everyDays };
  return { ...blankDraft, ...text, ...limits, ...roubles, ...givingOf(payload, creditKopecks) };
}

function givingOf(payload: Payload | null, creditKopecks: number): Partial<OfferDraft> {
  switch (payload?.kind) {
    case 'option.connect':
    case 'option.disconnect':
      return { giving: payload.kind, code: payload.optionCode };
    case 'tariff.change':
      return { giving: payload.kind, code: payload.tariffCode };
    case 'other':
    case 'device.setup':
      return { giving: 'other', task: payload.task };
    default:
      return { giving: 'credit', creditRoubles: creditKopecks / 100 };
  }
}

/** As it is sent; what is missing is said by the server beside its field. */
export function sentOffer(draft: OfferDraft): Offer {
  const { kind, name, words, carriers, tenureAtLeast, timesALine, everyDays } = draft;
  const tariffs = draft.tariffs.split(',').flatMap((code) => code.trim() || []);
  const budgetKopecks = Math.round(draft.budgetRoubles * 100);
  return {
    kind,
    name,
    words,
    payload: payloadOf(draft),
    creditKopecks: draft.giving === 'credit' ? Math.round(draft.creditRoubles * 100) : 0,
    costKopecks: Math.round(draft.costRoubles * 100),
    rules: { carriers, tariffs, tenureAtLeast, budgetKopecks, timesALine, everyDays },
  };
}

function payloadOf({ giving, code, task }: OfferDraft): Payload | null {
  if (giving === 'credit') return null;
  if (giving === 'other') return { kind: 'other', task };
  if (giving === 'tariff.change') return { kind: giving, tariffCode: code };
  return { kind: giving, optionCode: code };
}

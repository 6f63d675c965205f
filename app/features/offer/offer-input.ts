import { z } from 'zod';
import { Payload, type RequestKind } from '#app/features/request/request.ts';
import { offerKinds } from './offer.ts';
import { OfferRules } from './offer-rules.ts';

/** What an offer may ask of a carrier or of a person: something given, never something taken away or paid for. */
export const offeredKinds = [
  'option.connect',
  'option.disconnect',
  'tariff.change',
  'device.setup',
  'other',
] as const satisfies RequestKind[];

const isOffered = ({ kind }: Payload) => (offeredKinds as readonly RequestKind[]).includes(kind);
const kopecks = z.int('amount').min(0, 'amount').max(100_000_000, 'amount');

/** An offer as it is written down. `id`: made with the form, so that it is saved once. */
export const OfferInput = z
  .strictObject({
    id: z.uuid(),
    /** The wording that this one takes the place of. */
    replaces: z.uuid().nullable(),
    kind: z.enum(offerKinds),
    name: z.string().trim().min(1, 'required').max(120, 'long'),
    words: z.string().trim().min(10, 'short').max(1000, 'long'),
    payload: Payload.refine(isOffered, 'other').nullable(),
    creditKopecks: kopecks,
    costKopecks: kopecks,
    rules: OfferRules,
  })
  .refine(({ payload, creditKopecks }) => payload !== null || creditKopecks > 0, {
    path: ['creditKopecks'],
    error: 'gives-nothing',
  })
  .refine(({ payload, creditKopecks }) => payload === null || creditKopecks === 0, {
    path: ['creditKopecks'],
    error: 'gives-two',
  })
  .refine(({ costKopecks, creditKopecks }) => costKopecks >= creditKopecks, {
    path: ['costKopecks'],
    error: 'below-credit',
  })
  .refine(({ rules, costKopecks }) => rules.budgetKopecks >= costKopecks, {
    path: ['budgetKopecks'],
    error: 'below-cost',
  });
export type OfferInput = z.infer<typeof OfferInput>;

import { expect, test } from 'vitest';
import { offerInput } from '#tests/setup/test-offers.ts';
import { blankDraft, draftOf, sentOffer } from './offer-draft.ts';
import { OfferInput } from './offer-input.ts';

test.each([
  ['an option', {}],
  ['an option less', { payload: { kind: 'option.disconnect' as const, optionCode: 'X' } }],
  ['a tariff', { payload: { kind: 'tariff.change' as const, tariffCode: 'T' } }],
  ['money', { payload: null, creditKopecks: 10_050, costKopecks: 10_050 }],
  ['a task', { payload: { kind: 'other' as const, task: 'Вручить подарок' } }],
])('%s goes through the form and comes back as it was', (_, over) => {
  const { id, replaces, ...offer } = offerInput(1, over);
  expect(sentOffer(draftOf(offer))).toEqual(offer);
});

test('an empty form is not taken, and says where', () => {
  const sent = { ...sentOffer(blankDraft), id: offerInput(1).id, replaces: null };
  const fields = OfferInput.safeParse(sent).error?.issues.map(({ path }) => path.at(-1));
  expect(fields).toEqual(expect.arrayContaining(['name', 'words', 'optionCode']));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideStep, type MemberFacts } from './member-step.ts';
import type { CampaignStep } from './steps.ts';

const message: CampaignStep = {
  afterDays: 0,
  onlyIf: 'always',
  channel: 'sms',
  text: 'Текст',
  offerId: null,
};
const free: MemberFacts = {
  arm: 'treated',
  isControlElsewhere: false,
  hasLeft: false,
  hasReturned: false,
  isPending: false,
  isReached: false,
  hasAccepted: false,
  mayBeTold: true,
  hasWithdrawn: false,
  hasAddress: true,
  isOfferGone: false,
};
const nothing = (why: string) => ({ do: 'act', action: 'nothing', why });
const end = (why: string) => ({ do: 'end', why });
const act = (action: string) => ({ do: 'act', action });
const wait = { do: 'wait' };
const offer = { offerId: '018f0000-0000-7000-8000-000000000000' };

test.each<[Partial<CampaignStep>, Partial<MemberFacts>, unknown]>([
  [{}, {}, act('message')],
  [{ channel: 'call' }, {}, act('call')],
  [{ channel: 'call', ...offer }, {}, act('call')],
  [offer, {}, act('offer')],
  [{}, { arm: 'control' }, nothing('control')],
  [{}, { arm: 'held-out' }, nothing('held-out')],
  [{}, { arm: 'control', hasLeft: true }, nothing('control')],
  [{}, { hasLeft: true }, end('left')],
  [{}, { hasReturned: true }, end('returned')],
  [{}, { hasWithdrawn: true, mayBeTold: false }, end('consent-withdrawn')],
  [{}, { isControlElsewhere: true }, nothing('control-elsewhere')],
  [{}, { isPending: true }, act('message')],
  [{ onlyIf: 'not-reached' }, { isPending: true }, wait],
  [{ onlyIf: 'not-accepted' }, { isPending: true }, wait],
  [{ onlyIf: 'not-reached' }, { isReached: true }, nothing('reached-before')],
  [{ onlyIf: 'not-reached' }, { hasAccepted: true }, nothing('accepted-before')],
  [{ onlyIf: 'not-accepted' }, { isReached: true }, act('message')],
  [{ onlyIf: 'not-accepted' }, { hasAccepted: true }, nothing('accepted-before')],
  [{}, { isReached: true, hasAccepted: true }, act('message')],
  [{}, { mayBeTold: false }, nothing('no-consent')],
  [{}, { hasAddress: false }, nothing('no-address')],
  [offer, { isOfferGone: true }, nothing('offer-withdrawn')],
])('a step %j for a member %j: %j', (step, facts, expected) => {
  expect(decideStep({ ...message, ...step }, { ...free, ...facts })).toEqual(expected);
});

test('whatever else is known: who is left alone anywhere is contacted by no step, and has a deed or an end', () => {
  const facts = fc.record({
    ...Object.fromEntries(Object.keys(free).map((key) => [key, fc.boolean()])),
    arm: fc.constantFrom('treated', 'control', 'held-out'),
  }) as fc.Arbitrary<MemberFacts>;
  const step = fc.record({
    channel: fc.constantFrom('cabinet', 'email', 'sms', 'messenger', 'call'),
    onlyIf: fc.constantFrom('always', 'not-reached', 'not-accepted'),
  });
  fc.assert(
    fc.property(step, facts, (chosen, known) => {
      const decided = decideStep({ ...message, ...chosen } as CampaignStep, known);
      const isContacted = decided.do === 'act' && decided.action !== 'nothing';
      const isFree = known.arm === 'treated' && !known.isControlElsewhere && known.mayBeTold;
      if (isContacted) expect(isFree).toBe(true);
      if (known.arm !== 'treated') expect(decided).toEqual(nothing(known.arm));
    }),
  );
});

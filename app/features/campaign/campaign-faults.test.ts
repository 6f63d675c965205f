import { expect, test } from 'vitest';
import { type CampaignPlan, findCampaignFaults } from './campaign-faults.ts';
import type { CampaignStep } from './steps.ts';

const step: CampaignStep = {
  afterDays: 0,
  onlyIf: 'always',
  channel: 'sms',
  text: 'Добрый день, {name}',
  offerId: null,
};
const offerId = '018f0000-0000-7000-8000-000000000000';
const plan: CampaignPlan = {
  kind: 'prevention',
  purpose: 'advertising',
  steps: [step],
  controlPercent: 10,
  windowDays: 30,
};

test.each<[Partial<CampaignPlan>, string[]]>([
  [{}, []],
  [{ steps: [] }, ['no-steps']],
  [{ purpose: 'service' }, ['must-be-advertising']],
  [{ kind: 'win-back', purpose: 'service' }, ['must-be-advertising']],
  [{ kind: 'information', purpose: 'service' }, []],
  [
    { kind: 'information', purpose: 'service', steps: [{ ...step, offerId, text: '{offer}' }] },
    ['must-be-advertising'],
  ],
  [{ controlPercent: 0 }, ['no-control']],
  [{ steps: [step, { ...step, afterDays: 29 }] }, []],
  [{ steps: [step, { ...step, afterDays: 30 }] }, ['beyond-window']],
  [{ steps: [step, { ...step, text: '{sum} {x}' }] }, ['unknown-variable 1 sum', 'unknown-variable 1 x']],
  [{ steps: [{ ...step, offerId }] }, ['offer-not-named 0']],
  [{ steps: [{ ...step, text: '{offer}' }] }, ['offer-missing 0']],
  [{ steps: [{ ...step, text: '{offer}', offerId }] }, []],
  [{ steps: [{ ...step, text: '{offer}', offerId: crypto.randomUUID() }] }, ['offer-withdrawn 0']],
])('a plan %j cannot be frozen for %j', (changed, expected) => {
  const found = findCampaignFaults({ ...plan, ...changed }, new Set([offerId]));
  const named = found.map(({ code, step: place, word }) => [code, place ?? [], word ?? []].flat().join(' '));
  expect(named).toEqual(expected);
});

import { expect, test } from 'vitest';
import type { CarrierLine, Msisdn } from '#carriers/port.ts';
import { makeRequest } from '#seeds/factories.ts';
import type { RequestRow } from './move-request.ts';
import { acceptedLimitMs, askingLimitMs, sendLimit, unconfirmedLimitMs, unreachableLimit } from './pace.ts';
import { type Answer, decideStep } from './record-answer.ts';

const now = new Date('2026-03-02T10:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const failure = { class: 'carrier_down', code: '503', text: 'down' } as const;
const evidence = { code: 'still-working' } as const;
const line: CarrierLine = {
  msisdn: '+79161234567' as Msisdn,
  carrierLineId: null,
  accountNumber: null,
  tariff: null,
  options: [],
  blocked: null,
  balanceKopecks: null,
  iccid: null,
};
const base = { payload: { kind: 'line.block', reason: 'wish' }, changedAt: now, attempts: 1 } as const;
const request = (overrides: Partial<RequestRow>): RequestRow =>
  ({ ...makeRequest(1), carrierRef: null, unconfirmedSince: null, ...base, ...overrides }) as RequestRow;
const summary = (row: RequestRow, answer: Answer) => {
  const step = decideStep(row, answer, now);
  return 'again' in step
    ? `again in ${step.again}`
    : [step.move.move, step.next?.queue].filter(Boolean).join(' → ');
};

test.each<[string, Partial<RequestRow>, Answer, string]>([
  ['done, the line was not read', { state: 'sending' }, { type: 'completed', line: null }, 'complete'],
  [
    'done, the line shows it',
    { state: 'accepted' },
    { type: 'completed', line: { ...line, blocked: { by: 'wish', since: null } } },
    'complete',
  ],
  ['done, the line does not show it', { state: 'accepted' }, { type: 'completed', line }, 'escalate'],
  [
    'accepted',
    { state: 'sending' },
    { type: 'accepted', ref: { id: '1', submittedAt: '', hint: '' } },
    'accept → carrier-status',
  ],
  ['refused', { state: 'sending' }, { type: 'refused', failure }, 'refuse'],
  ['never reached', { state: 'sending' }, { type: 'not-sent', failure, tries: 0 }, 'postpone'],
  [
    'never reached for too long',
    { state: 'sending' },
    { type: 'not-sent', failure, tries: unreachableLimit },
    'escalate',
  ],
  [
    'a captcha',
    { state: 'sending' },
    { type: 'not-sent', failure: { ...failure, class: 'needs_human' }, tries: 0 },
    'escalate',
  ],
  ['no answer', { state: 'sending' }, { type: 'unknown', failure }, 'lose → carrier-reconcile'],
  ['proven absent', { state: 'unconfirmed' }, { type: 'absent', evidence }, 'resend → carrier-order'],
  [
    'proven absent too often',
    { state: 'unconfirmed', attempts: sendLimit },
    { type: 'absent', evidence },
    'escalate',
  ],
  [
    'no news yet',
    { state: 'unconfirmed', unconfirmedSince: ago(60_000) },
    { type: 'no-news', evidence },
    'again in 15000',
  ],
  [
    'no news in time',
    { state: 'unconfirmed', unconfirmedSince: ago(askingLimitMs) },
    { type: 'no-news', evidence },
    'escalate',
  ],
  [
    'still being worked on',
    { state: 'accepted', changedAt: ago(8000) },
    { type: 'no-news', evidence },
    'again in 2000',
  ],
  [
    'worked on for a week',
    { state: 'accepted', changedAt: ago(acceptedLimitMs) },
    { type: 'no-news', evidence },
    'escalate',
  ],
])('%s', (_name, overrides, answer, expected) => {
  expect(summary(request(overrides), answer)).toBe(expected);
});

test('the last look at a lost request comes before the promise is over', () => {
  for (let age = 0; age < askingLimitMs; age += 1000) {
    const step = decideStep(
      request({ state: 'unconfirmed', unconfirmedSince: ago(age) }),
      { type: 'no-news', evidence },
      now,
    );
    expect('again' in step && age + step.again <= unconfirmedLimitMs).toBe(true);
  }
});

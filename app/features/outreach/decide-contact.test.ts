import { describe, expect, test } from 'vitest';
import { type ContactCase as Case, decideCase as decide, noon } from '#tests/setup/contact-decision.ts';
import { lawfulLimits } from './contact-sources.ts';
import type { OutreachChannel } from './outreach.ts';

describe('who may speak of debt at all', () => {
  test.each<[string, Case, string]>([
    ["the creditor's own staff", { rules: { mode: 'creditor' } }, 'allowed'],
    ['a registered organisation', { rules: { mode: 'registered', registerNumber: '1/77' } }, 'allowed'],
    ['one without its number', { rules: { mode: 'registered', registerNumber: null } }, 'mode'],
    ['anybody else', { rules: { mode: 'neither' } }, 'mode'],
    ['anybody else by letter', { rules: { mode: 'neither' }, channel: 'letter' }, 'mode'],
    ['whoever has set no rules', { rules: null }, 'mode'],
    ["the creditor's own system", { rules: { mode: 'neither' }, channel: 'cabinet' }, 'allowed'],
    ['anybody to a company', { rules: { mode: 'neither' }, facts: { kind: 'company' } }, 'allowed'],
    ['anybody before it is due', { rules: { mode: 'neither' }, purpose: 'service' }, 'allowed'],
  ])('%s', (_name, asked, decided) => {
    expect(decide(asked)).toBe(decided);
  });
});

describe('hours', () => {
  test.each<[string, Case, string]>([
    ['before eight', { at: '2026-11-18T07:59:59+03:00' }, 'hours until 2026-11-18T05:00:00.000Z'],
    ['at eight', { at: '2026-11-18T08:00:00+03:00' }, 'allowed'],
    ['before ten', { at: '2026-11-18T21:59:59+03:00' }, 'allowed'],
    ['at ten', { at: '2026-11-18T22:00:00+03:00' }, 'hours until 2026-11-19T05:00:00.000Z'],
    ['a Friday at ten', { at: '2026-11-20T22:00:00+03:00' }, 'hours until 2026-11-21T06:00:00.000Z'],
    ['a Sunday before nine', { at: '2026-11-22T08:30:00+03:00' }, 'hours until 2026-11-22T06:00:00.000Z'],
    ['a Sunday at eight', { at: '2026-11-22T20:00:00+03:00' }, 'hours until 2026-11-23T05:00:00.000Z'],
    ['a holiday', { at: '2026-11-04T08:30:00+03:00' }, 'hours until 2026-11-04T06:00:00.000Z'],
    [
      'the Monday after a holiday on a Saturday',
      { at: '2026-05-11T08:30:00+03:00' },
      'hours until 2026-05-11T06:00:00.000Z',
    ],
    [
      'a day that a decree made free',
      { at: '2026-12-31T08:30:00+03:00', rules: { limits: { ...lawfulLimits, alsoOff: ['2026-12-31'] } } },
      'hours until 2026-12-31T06:00:00.000Z',
    ],
    ['his own morning', { at: noon, facts: { timeZone: 'Asia/Kamchatka' } }, 'allowed'],
    [
      'his own night',
      { at: '2026-11-18T13:00:00+03:00', facts: { timeZone: 'Asia/Kamchatka' } },
      'hours until 2026-11-18T20:00:00.000Z',
    ],
    ['an unknown zone at noon', { facts: { timeZone: null } }, 'allowed'],
    [
      'an unknown zone, night in Kamchatka',
      { at: '2026-11-18T13:00:00+03:00', facts: { timeZone: null } },
      'hours until 2026-11-19T06:00:00.000Z',
    ],
    [
      'an unknown zone, night in Kaliningrad',
      { at: '2026-11-18T08:59:00+03:00', facts: { timeZone: null } },
      'hours until 2026-11-18T06:00:00.000Z',
    ],
    ['a company at night', { at: '2026-11-18T02:00:00+03:00', facts: { kind: 'company' } }, 'allowed'],
    [
      'a service message at night',
      { at: '2026-11-18T02:00:00+03:00', purpose: 'service' },
      'hours until 2026-11-18T05:00:00.000Z',
    ],
    [
      'a mail about service at night',
      { at: '2026-11-18T02:00:00+03:00', purpose: 'service', channel: 'email' },
      'allowed',
    ],
    [
      'a mail about debt at night',
      { at: '2026-11-18T02:00:00+03:00', channel: 'email' },
      'hours until 2026-11-18T05:00:00.000Z',
    ],
    ['an answer at night', { at: '2026-11-18T02:00:00+03:00', purpose: 'answer' }, 'allowed'],
    ['the cabinet at night', { at: '2026-11-18T02:00:00+03:00', channel: 'cabinet' }, 'allowed'],
  ])('%s', (_name, asked, decided) => {
    expect(decide(asked)).toBe(decided);
  });
});

describe('caps', () => {
  const sms = (...times: string[]): [OutreachChannel, string][] =>
    times.map((at) => ['sms', `${at}:00+03:00`]);
  test.each<[string, Case, string]>([
    ['one message today', { earlier: sms('2026-11-18T08:00') }, 'allowed'],
    [
      'two messages today',
      { earlier: sms('2026-11-18T08:00', '2026-11-18T09:00') },
      'messages-day until 2026-11-19T05:00:00.000Z',
    ],
    [
      'two within 24 hours over midnight',
      { earlier: sms('2026-11-17T15:00', '2026-11-17T16:00') },
      'messages-day until 2026-11-18T12:00:00.000Z',
    ],
    [
      'mail, message and messenger together',
      {
        earlier: [
          ['email', '2026-11-18T08:00:00+03:00'],
          ['messenger', '2026-11-18T09:00:00+03:00'],
        ],
      },
      'messages-day until 2026-11-19T05:00:00.000Z',
    ],
    [
      'four within seven days over a Monday',
      { earlier: sms('2026-11-12T10:00', '2026-11-12T11:00', '2026-11-14T10:00', '2026-11-16T11:00') },
      'messages-week until 2026-11-19T07:00:00.000Z',
    ],
    [
      'a call today',
      { channel: 'call', earlier: [['call', '2026-11-18T09:00:00+03:00']] },
      'calls-day until 2026-11-19T06:00:00.000Z',
    ],
    [
      'a robot counts as a call',
      { channel: 'call', earlier: [['robot', '2026-11-18T09:00:00+03:00']] },
      'calls-day until 2026-11-19T06:00:00.000Z',
    ],
    [
      'messages do not count as calls',
      { channel: 'call', earlier: sms('2026-11-18T08:00', '2026-11-18T09:00') },
      'allowed',
    ],
    [
      'a meeting a week',
      { channel: 'meeting', earlier: [['meeting', '2026-11-12T12:00:00+03:00']] },
      'meetings-week until 2026-11-19T09:00:00.000Z',
    ],
    [
      'an attempt later than now counts',
      { earlier: sms('2026-11-18T15:00', '2026-11-18T16:00') },
      'messages-day until 2026-11-19T12:00:00.000Z',
    ],
    [
      'an unknown zone: the day of Kamchatka has begun, that of Kaliningrad has not ended',
      {
        facts: { timeZone: null },
        rules: { limits: { ...lawfulLimits, messages: { day: 1, week: 9, month: 9 } } },
        earlier: sms('2026-11-17T12:00'),
        at: '2026-11-18T11:00:00+03:00',
      },
      'messages-day until 2026-11-18T09:00:00.000Z',
    ],
    [
      'none at all',
      { rules: { limits: { ...lawfulLimits, messages: { day: 0, week: 4, month: 16 } } } },
      'messages-day',
    ],
    [
      'service is not counted',
      { purpose: 'service', earlier: sms('2026-11-18T08:00', '2026-11-18T09:00') },
      'allowed',
    ],
  ])('%s', (_name, asked, decided) => {
    expect(decide(asked)).toBe(decided);
  });

  test('eight calls since the first of January bar the rest of it, and 31 days bar longer', () => {
    const days = ['02', '04', '09', '11', '16', '18', '23', '25'];
    const earlier = days.map((day): [OutreachChannel, string] => ['call', `2028-01-${day}T12:00:00+03:00`]);
    const asked = { channel: 'call' as const, earlier };
    expect(decide({ ...asked, at: '2028-01-31T12:00:00+03:00' })).toBe(
      'calls-month until 2028-02-02T09:00:00.000Z',
    );
    expect(decide({ ...asked, at: '2028-02-02T12:00:00+03:00' })).toBe('allowed');
  });

  test('whoever has moved is counted by the day of where he lives now', () => {
    const asked: Case = {
      rules: { limits: { ...lawfulLimits, calls: { day: 1, week: 9, month: 9 } } },
      channel: 'call',
      earlier: [['call', '2026-11-17T09:00:00Z']],
      at: '2026-11-18T09:00:00Z',
    };
    expect(decide({ ...asked, facts: { timeZone: 'Europe/Kaliningrad' } })).toBe('allowed');
    const moved = { ...asked, earlier: [['call', '2026-11-17T12:00:00Z']] as [OutreachChannel, string][] };
    expect(decide({ ...moved, at: '2026-11-18T08:59:00Z', facts: { timeZone: 'Asia/Kamchatka' } })).toBe(
      'calls-day until 2026-11-18T20:00:00.000Z',
    );
  });
});

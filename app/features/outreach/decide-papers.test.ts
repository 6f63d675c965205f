import { describe, expect, test } from 'vitest';
import { type ContactCase as Case, decideCase as decide } from '#tests/setup/contact-decision.ts';
import { barKinds } from './outreach.ts';

const consent = { givenAt: new Date('2026-01-01'), withdrawnAt: null, channel: null };

describe('who may not be contacted', () => {
  const bar = (kind: (typeof barKinds)[number], until: string | null = null) => ({
    bars: [{ kind, from: new Date('2026-10-01'), until: until ? new Date(until) : null }],
  });

  test.each(barKinds)('%s', (kind) => {
    expect(decide({ facts: bar(kind) })).toBe(`bar-${kind}`);
    expect(decide({ facts: bar(kind), channel: 'call' })).toBe(`bar-${kind}`);
    expect(decide({ facts: bar(kind), channel: 'cabinet' })).toBe('allowed');
    expect(decide({ facts: bar(kind), purpose: 'service' })).toBe('allowed');
    expect(decide({ facts: bar(kind), at: '2026-09-30T12:00:00+03:00' })).toBe('allowed');
  });

  test('a bar that ends is waited for, and the morning after it', () => {
    expect(decide({ facts: bar('in-hospital', '2026-11-20T00:00:00+03:00') })).toBe(
      'bar-in-hospital until 2026-11-20T05:00:00.000Z',
    );
    expect(decide({ facts: bar('in-hospital', '2026-11-18T12:00:00+03:00') })).toBe('allowed');
  });
});

describe('consent', () => {
  const withdrawn = { ...consent, withdrawnAt: new Date('2026-11-18T09:00:00Z') };
  test.each<[string, Case, string]>([
    ['advertising without any', { purpose: 'advertising' }, 'consent'],
    [
      'with one',
      { purpose: 'advertising', facts: { consents: [{ ...consent, purpose: 'advertising' }] } },
      'allowed',
    ],
    [
      'with one for something else',
      { purpose: 'advertising', facts: { consents: [{ ...consent, purpose: 'survey' }] } },
      'consent',
    ],
    [
      'with one for another channel',
      {
        purpose: 'advertising',
        facts: { consents: [{ ...consent, purpose: 'advertising', channel: 'email' }] },
      },
      'consent',
    ],
    [
      'with one taken back this instant',
      { purpose: 'advertising', facts: { consents: [{ ...withdrawn, purpose: 'advertising' }] } },
      'consent',
    ],
    [
      'with one given later',
      {
        purpose: 'advertising',
        at: '2025-12-03T12:00:00+03:00',
        facts: { consents: [{ ...consent, purpose: 'advertising' }] },
      },
      'consent',
    ],
    ['to a company without any', { purpose: 'advertising', facts: { kind: 'company' } }, 'consent'],
    ['a robot without any', { channel: 'robot' }, 'robot-consent'],
    [
      'a robot with one for all channels',
      { channel: 'robot', facts: { consents: [{ ...consent, purpose: 'collection' }] } },
      'robot-consent',
    ],
    [
      'a robot with its own',
      { channel: 'robot', facts: { consents: [{ ...consent, purpose: 'collection', channel: 'robot' }] } },
      'allowed',
    ],
    [
      'a robot with its own for something else',
      { channel: 'robot', facts: { consents: [{ ...consent, purpose: 'survey', channel: 'robot' }] } },
      'robot-consent',
    ],
  ])('%s', (_name, asked, decided) => {
    expect(decide(asked)).toBe(decided);
  });
});

describe('the label of a call', () => {
  test.each<[string, string | null, string]>([
    ['none', null, 'call-label'],
    ['32 characters', 'я'.repeat(32), 'allowed'],
    ['33 characters', 'я'.repeat(33), 'call-label'],
  ])('%s', (_name, callLabel, decided) => {
    expect(decide({ rules: { callLabel }, channel: 'call' })).toBe(decided);
    expect(decide({ rules: { callLabel }, channel: 'call', purpose: 'service' })).toBe(decided);
    expect(decide({ rules: { callLabel }, channel: 'sms' })).toBe('allowed');
    expect(decide({ rules: { callLabel }, channel: 'call', purpose: 'answer' })).toBe('allowed');
  });
});

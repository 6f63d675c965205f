import { expect, test } from 'vitest';
import { type ContractTerms, promisesFor, type Subject, versionFor } from './contract.ts';

const all = { channels: [], kinds: [], priorities: [], segments: [] };
const nothing = { firstResponse: null, nextResponse: null, resolution: null, carrier: null };
const rule = (id: string, match: object, minutes: object, calendarId = 'day') => ({
  id,
  match: { ...all, ...match },
  calendarId,
  minutes: { ...nothing, ...minutes },
});
const terms: ContractTerms = {
  rules: [
    rule('chat', { channels: ['chat', 'messenger'] }, { firstResponse: 1 }, 'always'),
    rule('vip', { segments: ['company'] }, { firstResponse: 15, resolution: 240 }, 'always'),
    rule('urgent', { priorities: ['urgent'] }, { resolution: 480 }, 'always'),
    rule('all', {}, { firstResponse: 60, nextResponse: 120, resolution: 2880, carrier: 1440 }),
  ],
  exclusions: [{ match: { ...all, kinds: ['personal-data'] }, reason: 'Сроки по закону' }],
  warnAt: [0.75],
  escalations: [],
  graceMinutes: 60,
};
const subject: Subject = { channel: 'email', kind: 'question', priority: 'normal', segment: null };
const minute = 60_000;

test.each<[string, Partial<Subject>, object]>([
  ['the last rule catches all', {}, { firstResponse: ['all', 60], resolution: ['all', 2880] }],
  ['a rule above wins', { segment: 'company' }, { firstResponse: ['vip', 15], resolution: ['vip', 240] }],
  [
    'a rule that is silent lets the next one speak',
    { channel: 'chat' },
    { firstResponse: ['chat', 1], nextResponse: ['all', 120], resolution: ['all', 2880] },
  ],
  [
    'each target on its own',
    { channel: 'chat', segment: 'company' },
    { firstResponse: ['chat', 1], resolution: ['vip', 240] },
  ],
  ['by priority', { priority: 'urgent' }, { firstResponse: ['all', 60], resolution: ['urgent', 480] }],
])('%s', (_what, given, expected) => {
  const promises = promisesFor(terms, { ...subject, ...given });
  for (const [target, [ruleId, minutes]] of Object.entries(expected)) {
    expect(promises).toMatchObject({ [target]: { ruleId, targetMs: minutes * minute } });
  }
});

test('what is excluded is promised nothing, and told why', () => {
  const promises = promisesFor(terms, { ...subject, kind: 'personal-data' });
  expect(promises).toEqual({ ...nothing, excluded: 'Сроки по закону' });
});

test('a contract without targets promises nothing', () => {
  expect(promisesFor({ ...terms, rules: [] }, subject)).toEqual({ ...nothing, excluded: null });
});

const version = (id: string, from: string, appliesTo: 'new' | 'open' = 'new') => ({
  id,
  effectiveFrom: new Date(from),
  appliesTo,
});
const old = version('old', '2026-01-01');

test.each([
  ['before any contract', [old], '2025-12-31', '2026-03-01', undefined],
  ['opened under it', [old], '2026-01-02', '2026-03-01', 'old'],
  ['a new version is for new cases', [old, version('new', '2026-02-01')], '2026-01-02', '2026-03-01', 'old'],
  ['and holds for them', [version('new', '2026-02-01'), old], '2026-02-02', '2026-03-01', 'new'],
  [
    'or takes over the open ones',
    [old, version('new', '2026-02-01', 'open')],
    '2026-01-02',
    '2026-03-01',
    'new',
  ],
  [
    'but none that was solved before',
    [old, version('new', '2026-02-01', 'open')],
    '2026-01-02',
    '2026-01-20',
    'old',
  ],
  ['nor before its day', [old, version('new', '2026-04-01', 'open')], '2026-01-02', '2026-03-01', 'old'],
])('%s', (_what, versions, openedAt, until, id) => {
  expect(versionFor(versions, new Date(openedAt), new Date(until))?.id).toBe(id);
});

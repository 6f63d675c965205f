import { expect, test } from 'vitest';
import { isOpenCase } from '#app/features/case/case.ts';
import { channels } from '#app/features/contact/contact.ts';
import { generateBase } from './generate-base.ts';
import { generateContacts } from './generate-contacts.ts';
import { loadCatalogues } from './plan.ts';
import { sever } from './sever.ts';

const plan = { ...sever, lines: { mts: 30, beeline: 20, megafon: 10 } };
const base = generateBase(plan, await loadCatalogues());
const now = new Date('2026-11-22T09:00:00Z');
const given = { authors: ['olga', 'pyotr'], topicIds: new Map<string, string>(), now };
const make = () => [...generateContacts(plan, base, { past: 400, open: 16 }, given)];
const made = make();

test('the same plan makes the same contacts, numbered from one, in all channels', () => {
  expect(make()).toEqual(made);
  expect(made.map(({ row }) => row.number)).toEqual(made.map((_one, index) => index + 1));
  expect([...new Set(made.map(({ row }) => row.channel))].toSorted()).toEqual([...channels].toSorted());
});

test('every case is told by its events, and its parts are its own', () => {
  for (const { row, events, contacts, messages } of made) {
    expect(events.map(({ version }) => version)).toEqual(events.map((_event, index) => index + 1));
    expect([row.version, row.state]).toEqual([events.length, events.at(-1)?.toState]);
    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect([...contacts, ...messages].every(({ caseId }) => caseId === row.id)).toBe(true);
    expect(contacts.length).toBeGreaterThan(0);
  }
  const ids = made.flatMap(({ row, contacts, messages }) =>
    [row.id, ...contacts, ...messages].map((one) => (typeof one === 'string' ? one : one.id)),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('what is past is over, what is open is of today and yesterday, nothing lies in the future', () => {
  expect(made.filter(({ row }) => isOpenCase(row.state))).toHaveLength(16);
  const open = made.filter(({ row }) => isOpenCase(row.state)).map(({ row }) => row.createdAt.getTime());
  expect(Math.min(...open)).toBeGreaterThan(now.getTime() - 27 * 3_600_000);
  const latest = made.flatMap(({ events, messages }) =>
    [...events, ...messages].map(({ at }) => at.getTime()),
  );
  expect(Math.max(...latest)).toBeLessThanOrEqual(now.getTime());
});

import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { lawfulLimits } from './contact-sources.ts';
import { addBar, addConsent, BarInput, endBar, setZone, withdrawConsent } from './keep-papers.ts';
import { decideNow, readContact } from './read-contact.ts';
import { ContactRulesInput, setContactRules } from './set-contact-rules.ts';

const noon = new Date('2026-11-18T12:00:00+03:00');
const manager: Actor = { userId: 'boss', name: 'Вера', roles: ['manager'] };
const agent: Actor = { userId: 'a1', name: 'Анна', roles: ['agent'] };
const subscriberId = 's1';
const rules: ContactRulesInput = {
  effectiveFrom: '2026-11-18',
  mode: 'creditor',
  registerNumber: '',
  creditorName: 'Волна',
  creditorPhone: '+74951234567',
  callLabel: 'Волна',
  limits: lawfulLimits,
};

async function openDesk() {
  const { db, databases } = await openTestTenant();
  const person = { id: subscriberId, kind: 'person' as const, name: 'Анна', contractNumber: '1' };
  await commit(db, [db.insert(subscribers).values({ ...person, createdAt: noon })]);
  const desk = { db, actor: manager, now: noon };
  const ruleOf = async (purpose: 'collection' | 'advertising', now = noon) => {
    const standing = await readContact(db, subscriberId, now);
    const decided = standing && decideNow(standing, { purpose, channel: 'sms', at: now });
    return decided?.allowed ? 'allowed' : decided?.rule;
  };
  return { desk, ruleOf, close: () => databases.close() };
}

test('rules hold from their day on, and the ones before until then', async () => {
  const { desk, ruleOf, close } = await openDesk();
  expect(await ruleOf('collection')).toBe('mode');
  expect(await setContactRules({ ...desk, actor: agent }, 'Europe/Moscow', rules)).toMatchObject({
    ok: false,
  });
  await setContactRules(desk, 'Europe/Moscow', rules);
  await setContactRules(desk, 'Europe/Moscow', { ...rules, effectiveFrom: '2026-11-19', mode: 'neither' });
  expect(await ruleOf('collection')).toBe('allowed');
  expect(await ruleOf('collection', new Date('2026-11-19T12:00:00+03:00'))).toBe('mode');
  const before = await setContactRules(desk, 'Europe/Moscow', { ...rules, effectiveFrom: '2026-11-17' });
  expect(before).toEqual({ ok: false, error: { code: 'begins-in-the-past' } });
  close();
});

test.each([
  [{ mode: 'registered' }, 'registerNumber', 'required'],
  [{ callLabel: 'я'.repeat(33) }, 'callLabel', 'long'],
  [{ creditorPhone: 'нет' }, 'creditorPhone', 'phone'],
  [{ limits: { ...lawfulLimits, daysOff: { from: '20:00', to: '09:00' } } }, 'to', 'period'],
])('rules with %o are told what is wrong with %s', (over, field, message) => {
  const read = ContactRulesInput.safeParse({ ...rules, ...over });
  expect(read.error?.issues.map(({ path, message }) => [path.at(-1), message])).toEqual([[field, message]]);
});

test('a bar holds at once, and until it is ended', async () => {
  const { desk, ruleOf, close } = await openDesk();
  await setContactRules(desk, 'Europe/Moscow', rules);
  const paper = { kind: 'refusal' as const, proof: 'Заявление', representative: null, until: null };
  const bar = await addBar({ ...desk, actor: agent }, { ...paper, subscriberId });
  expect(await ruleOf('collection')).toBe('bar-refusal');
  if (!bar.ok) throw new Error(bar.error.code);
  const own = { subscriberId, barId: bar.value.id };
  const elsewhere = await endBar(desk, { ...own, subscriberId: 's2' });
  expect(elsewhere).toEqual({ ok: false, error: { code: 'subscriber-not-found' } });
  expect(await endBar(desk, own)).toMatchObject({ ok: true });
  expect(await ruleOf('collection')).toBe('allowed');
  expect(await endBar(desk, own)).toEqual({ ok: false, error: { code: 'paper-not-found' } });
  close();
});

test('a representative is named', () => {
  const paper = { kind: 'representative', proof: 'Заявление', representative: '', until: null };
  expect(BarInput.safeParse(paper).error?.issues[0]).toMatchObject({ path: ['representative'] });
});

test('a consent is given in words of a version, and taken back at once', async () => {
  const { desk, ruleOf, close } = await openDesk();
  await setContactRules(desk, 'Europe/Moscow', rules);
  await setZone(desk, { subscriberId, timeZone: 'Europe/Moscow' });
  const wording = { purpose: 'advertising' as const, channel: null, proof: 'Запись разговора', subscriberId };
  expect(await ruleOf('advertising')).toBe('consent');
  const first = await addConsent(desk, { ...wording, text: 'Согласен на рекламу' });
  const second = await addConsent(desk, { ...wording, text: 'Согласен на рекламу и акции' });
  if (!first.ok || !second.ok) throw new Error('A consent was not kept.');
  const versions = (await readContact(desk.db, subscriberId, noon))?.facts.consents;
  expect(versions).toHaveLength(2);
  await withdrawConsent(desk, { subscriberId, consentId: first.value.id });
  expect(await ruleOf('advertising')).toBe('allowed');
  await withdrawConsent(desk, { subscriberId, consentId: second.value.id });
  expect(await ruleOf('advertising')).toBe('consent');
  close();
});

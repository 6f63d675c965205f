import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { listChangedRules, listTemplates, listWorkTerms } from '#db/tenant/queries/shifts.ts';
import { agent, openCaseWorld } from '#tests/setup/test-cases.ts';
import { changeLabourRule } from './change-rule.ts';
import { rulesOf } from './labour-rules.ts';
import { addTemplate, retireTemplate } from './save-template.ts';
import { saveTerms, TermsInput } from './save-terms.ts';

const manager: Actor = { userId: 'manager-1', name: 'Пётр Планов', roles: ['manager'] };
let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeAll(async () => {
  world = await openCaseWorld();
});

const terms = {
  userId: 'agent-1',
  timeZone: 'Asia/Omsk',
  weekMinutesMin: 3000,
  weekMinutesMax: 2400,
  accountingMonths: 3,
  maxDayMinutes: 660,
  nightConsent: false,
  protections: [],
  hiredOn: '2024-01-09',
  endsOn: null,
  available: [{ weekdays: [6, 7], from: '10:00', to: '00:00' }],
};

test('terms are written for those who serve here, and the least hours are never above the most', async () => {
  expect(await saveTerms(world.desk(manager), terms)).toMatchObject({ ok: true });
  expect(await listWorkTerms(world.db)).toMatchObject([
    { userId: 'agent-1', weekMinutesMin: 2400, available: terms.available },
  ]);
  expect(await saveTerms(world.desk(manager), { ...terms, userId: 'stranger' })).toMatchObject({
    error: { code: 'person-not-found' },
  });
  expect(await saveTerms(world.desk(agent), terms)).toMatchObject({ error: { code: 'forbidden' } });
  expect(TermsInput.safeParse({ ...terms, timeZone: 'Europe/Nowhere' }).success).toBe(false);
});

test.each([
  [{ weekdays: [], from: '10:00', to: '18:00' }, 'weekdays'],
  [{ weekdays: [8], from: '10:00', to: '18:00' }, '0'],
  [{ weekdays: [1], from: '10:15', to: '18:00' }, 'from'],
  [{ weekdays: [1], from: '10:00', to: '24:00' }, 'to'],
])('nobody may be asked at %j', (time, field) => {
  const read = TermsInput.safeParse({ ...terms, available: [time] });
  expect(read.error?.issues[0]?.path.map(String)).toContain(field);
});

test('a rule is changed for this tenant; what makes a plan one is not', async () => {
  const rule = { key: 'rest-between', mode: 'soft' as const, value: 660, weight: 20 };
  expect(await changeLabourRule(world.desk(manager), rule)).toMatchObject({ ok: true });
  expect(rulesOf(await listChangedRules(world.db))['rest-between']).toEqual({
    mode: 'soft',
    value: 660,
    weight: 20,
  });
  expect(await changeLabourRule(world.desk(manager), { ...rule, key: 'away' })).toMatchObject({
    error: { code: 'rule-not-found' },
  });
});

test('a template has hourly starts and breaks spread over it, and is put away once', async () => {
  const input = { id: 'day', name: 'День', first: '08:00', last: '10:00', hours: 12, breaks: 2 };
  expect(await addTemplate(world.desk(manager), input)).toMatchObject({ ok: true });
  expect(await listTemplates(world.db)).toMatchObject([
    {
      starts: [480, 540, 600],
      presences: [
        {
          minutes: 720,
          breaks: [
            { earliest: 180, latest: 270 },
            { earliest: 420, latest: 510 },
          ],
        },
      ],
    },
  ]);
  expect(await addTemplate(world.desk(manager), { ...input, id: 'other' })).toMatchObject({
    error: { code: 'template-name-taken' },
  });
  expect(await retireTemplate(world.desk(manager), 'day')).toMatchObject({ ok: true });
  expect(await retireTemplate(world.desk(manager), 'day')).toMatchObject({
    error: { code: 'template-not-found' },
  });
});

import { expect, test } from 'vitest';
import { usualShiftRules } from '#app/features/roster/shift-rules.ts';
import type { PlanFacts, Planned } from '#app/features/shift/plan-facts.ts';
import type { StoredShift } from '#app/features/shift/planned-shifts.ts';
import { slotsOf } from '#app/features/staffing/requirement.ts';
import { usualTerms } from '#tests/setup/test-shifts.ts';
import { type Handing, judgeExchange } from './judge-exchange.ts';

const timeZone = 'Europe/Moscow';
const span = { from: '2026-03-02', to: '2026-03-16' };

const person = (userId: string, over: Partial<Planned> = {}): Planned => ({
  userId,
  carriers: ['mts', 'beeline'],
  terms: usualTerms,
  ...over,
});

/** Hours of Moscow's wall on a date; more than 24 is the day after. */
function shift(
  id: string,
  userId: string,
  date: string,
  from: number,
  to: number,
  over: Partial<StoredShift> = {},
): StoredShift {
  const at = (hours: number) => new Date(Date.parse(`${date}T00:00:00+03:00`) + hours * 3_600_000);
  return {
    id,
    userId,
    date,
    startsAt: at(from),
    endsAt: at(to),
    breaks: [],
    skill: null,
    templateId: null,
    isPinned: false,
    ...over,
  };
}

function facts(shifts: StoredShift[], over: Partial<PlanFacts> = {}): PlanFacts {
  const frame = slotsOf(timeZone, span);
  const none = Array.from({ length: frame.dayStarts.at(-1) ?? 0 }, () => 0);
  return {
    timeZone,
    templates: [],
    rules: usualShiftRules,
    absences: [],
    wishes: [],
    earlier: [],
    accounted: { since: null, told: [], absences: [] },
    requirement: { ...frame, skills: ['mts', 'beeline'], bySkillAndSlot: [none, none] },
    people: [person('anna'), person('boris')],
    shifts,
    ...over,
  };
}
const give: Handing[] = [{ shiftId: 'a', to: 'boris' }];
const judge = (given: PlanFacts, handings = give) => judgeExchange(given, handings, { approvesByRule: true });
const own = shift('a', 'anna', '2026-03-04', 9, 17);

/** Of a week from Monday to Sunday, all days but Wednesday. */
const week = ['02', '03', '05', '06', '07', '08'].map((day, place) =>
  shift(`w${place}`, 'boris', `2026-03-${day}`, 9, 13),
);

test('a legal exchange that leaves nobody missing needs no planner, unless the house wants one', () => {
  expect(judge(facts([own]))).toEqual({ kind: 'rule' });
  expect(judgeExchange(facts([own]), give, { approvesByRule: false })).toEqual({
    kind: 'planner',
    doubts: ['by-hand'],
  });
});

test.each<[string, StoredShift[], Partial<PlanFacts>, string]>([
  [
    'less than twelve hours after his own',
    [own, shift('b', 'boris', '2026-03-03', 14, 23)],
    {},
    'rest-between',
  ],
  ['two at once', [own, shift('b', 'boris', '2026-03-04', 12, 20)], {}, 'two-in-a-row'],
  ['a second that begins on the same day', [own, shift('b', 'boris', '2026-03-04', 0, 4)], {}, 'one-a-day'],
  ['a seventh day in a row', [own, ...week], {}, 'days-in-a-row'],
  [
    'on leave',
    [own],
    { absences: [{ userId: 'boris', kind: 'leave', fromAt: own.startsAt, toAt: own.endsAt }] },
    'away',
  ],
  [
    'a night for whom the law keeps from it',
    [shift('a', 'anna', '2026-03-04', 22, 31)],
    {
      people: [
        person('anna'),
        person('boris', {
          terms: { ...usualTerms, protections: [{ kind: 'pregnant', until: null, document: '7' }] },
        }),
      ],
    },
    'night-barred',
  ],
  [
    'for a carrier he has no pass for',
    [{ ...own, skill: 'beeline' }],
    { people: [person('anna'), person('boris', { carriers: ['mts'] })] },
    'skill',
  ],
  ['of one of whom nobody wrote down how he works', [own], { people: [person('anna')] }, 'other'],
])('not %s', (_, shifts, over, rule) => {
  const verdict = judge(facts(shifts, over));
  expect(verdict).toMatchObject({ kind: 'illegal' });
  expect(verdict.kind === 'illegal' ? verdict.rules : []).toContain(rule);
});

test('what the giver leaves missing goes to a planner; skills that nobody needs do not count', () => {
  const people = [person('anna'), person('boris', { carriers: ['mts'] })];
  const plain = facts([own], { people });
  expect(judge(plain)).toEqual({ kind: 'rule' });
  const needed = plain.requirement.bySkillAndSlot.map((slots) => slots.map(() => 1));
  const wanting = {
    ...plain,
    requirement: {
      ...plain.requirement,
      bySkillAndSlot: [plain.requirement.bySkillAndSlot[0] ?? [], needed[1] ?? []],
    },
  };
  expect(judge(wanting)).toEqual({ kind: 'planner', doubts: ['new-gap'] });
});

test('a swap is judged as a whole: each would have been illegal alone', () => {
  const shifts = [own, shift('b', 'boris', '2026-03-04', 10, 18)];
  expect(judge(facts(shifts)).kind).toBe('illegal');
  const both = [...give, { shiftId: 'b', to: 'anna' }];
  expect(judge(facts(shifts), both)).toEqual({ kind: 'rule' });
});

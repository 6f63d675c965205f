import { can } from '#app/features/access/can.ts';
import { shiftRuleUnits, usualShiftRules } from '#app/features/roster/shift-rules.ts';
import { listChangedRules, listTemplates } from '#db/tenant/queries/shifts.ts';
import { fixedRules, isWeakerThanLaw, ruleKeys, ruleSources, rulesOf } from './labour-rules.ts';
import { readPeople } from './read-people.ts';
import type { ShiftDesk } from './shift-desk.ts';

export type TermsView = Awaited<ReturnType<typeof readTerms>>;
export type RulesView = Awaited<ReturnType<typeof readRules>>;
export type TemplatesView = Awaited<ReturnType<typeof readTemplates>>;

/** Everybody who serves here, with the terms on which he works. */
export async function readTerms(desk: ShiftDesk) {
  const people = await readPeople(desk, []);
  return {
    people: people.map(({ userId, name, terms }) => ({ userId, name, terms })),
    timeZone: desk.timeZone,
    mayWrite: can(desk.actor, 'shift:write'),
  };
}

/** Every labour rule as it holds here, with its article and whether it lets through what the law does not. */
export async function readRules({ db, actor }: Pick<ShiftDesk, 'db' | 'actor'>) {
  const rules = rulesOf(await listChangedRules(db));
  return {
    rules: ruleKeys.map((key) => ({
      key,
      ...rules[key],
      article: ruleSources[key].article,
      unit: shiftRuleUnits[key],
      isFixed: fixedRules.has(key),
      isWeaker: isWeakerThanLaw(key, rules[key]),
      usual: usualShiftRules[key].value,
    })),
    mayWrite: can(actor, 'shift:write'),
  };
}

export async function readTemplates({ db, actor }: Pick<ShiftDesk, 'db' | 'actor'>) {
  const templates = (await listTemplates(db)).map(({ id, name, starts, presences }) => ({
    id,
    name,
    starts,
    presences,
  }));
  return { templates, mayWrite: can(actor, 'shift:write') };
}

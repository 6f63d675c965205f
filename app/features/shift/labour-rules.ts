import {
  type ShiftRule,
  type ShiftRuleKey,
  type ShiftRules,
  shiftRuleUnits,
  usualShiftRules,
} from '#app/features/roster/shift-rules.ts';

/** Where a rule stands; `null`: the company's own, no law wants it. */
export type RuleSource = { article: string; isOwn: false } | { article: null; isOwn: true };

const law = (article: string): RuleSource => ({ article, isOwn: false });
const own: RuleSource = { article: null, isOwn: true };

/** The articles of the labour code (ТК РФ) behind each rule, as they were read on 22.11.2026; a lawyer confirms them. */
export const ruleSources: Record<ShiftRuleKey, RuleSource> = {
  'week-hours': law('91, 92'),
  'period-hours': law('104'),
  'day-hours': law('94'),
  'two-in-a-row': law('103'),
  'rest-between': own,
  'weekly-rest': law('110'),
  'nights-in-a-row': own,
  'days-in-a-row': law('110, 111'),
  'night-shorter': law('96'),
  'night-barred': law('96, 259, 268'),
  'weekend-barred': law('113, 259, 268'),
  'holiday-barred': law('112, 113, 259, 268'),
  'holiday-eve-shorter': law('95'),
  'weekends-worked': own,
  'one-a-day': law('103'),
  away: law('106, 123'),
};

export const ruleKeys = Object.keys(shiftRuleUnits) as ShiftRuleKey[];

/** These are more than a setting: without them a plan is not one. */
export const fixedRules: ReadonlySet<ShiftRuleKey> = new Set(['one-a-day', 'away']);

export type ChangedRule = { key: string; mode: ShiftRule['mode']; value: number | null; weight: number };

/** The rules of a tenant: the usual ones, and what he changed of them. */
export function rulesOf(changed: readonly ChangedRule[]): ShiftRules {
  const rules: Record<ShiftRuleKey, ShiftRule> = { ...usualShiftRules };
  for (const { key, mode, value, weight } of changed) {
    if (!isRuleKey(key)) continue;
    rules[key] = { mode, weight, value: value ?? usualShiftRules[key].value };
  }
  return rules;
}

export function isRuleKey(key: string): key is ShiftRuleKey {
  return Object.hasOwn(shiftRuleUnits, key);
}

/** More is stricter of a rest or a shortening, less of all else. */
const strictUpwards: ReadonlySet<ShiftRuleKey> = new Set([
  'two-in-a-row',
  'rest-between',
  'weekly-rest',
  'night-shorter',
  'holiday-eve-shorter',
]);

/** Whether a tenant's rule lets through what the law does not; the page says so beside it. */
export function isWeakerThanLaw(key: ShiftRuleKey, { mode, value }: ShiftRule): boolean {
  const usual = usualShiftRules[key];
  if (ruleSources[key].isOwn || usual.mode === 'off') return false;
  const isWeaker = strictUpwards.has(key) ? value < usual.value : value > usual.value;
  return mode !== 'hard' || isWeaker;
}

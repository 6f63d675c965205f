import { useState } from 'react';
import type { Role } from '#app/features/access/role.ts';
import { type ContractRule, type ContractTerms, type Target, targets } from './contract.ts';
import { readLength, writeMinutes } from './length-text.ts';

type Match = ContractRule['match'];
export type RuleDraft = { id: string; match: Match; calendarId: string; minutes: Record<Target, string> };
export type ExclusionDraft = { id: string; match: Match; reason: string };
export type EscalationDraft = { id: string; level: string; atShare: string; to: Role; onShift: boolean };
export type ContractDraft = {
  effectiveOn: string;
  appliesTo: 'new' | 'open';
  rules: RuleDraft[];
  exclusions: ExclusionDraft[];
  /** Percents, `75, 90`. */
  warnAt: string;
  escalations: EscalationDraft[];
  grace: string;
  reason: string;
};

type Units = { h: string; m: string };
const open: Match = { channels: [], kinds: [], priorities: [], segments: [] };

/** What is being typed of a contract, and the terms it makes once all of it can be read. */
export function useContractForm(
  given: ContractTerms | null,
  today: string,
  calendarId: string,
  units: Units,
) {
  const [draft, setDraft] = useState<ContractDraft>(() => draftOf(given, today, units));
  const edit = (part: Partial<ContractDraft>) => setDraft((before) => ({ ...before, ...part }));
  const editRow = <L extends 'rules' | 'exclusions' | 'escalations'>(
    list: L,
    id: string,
    part: Partial<ContractDraft[L][number]>,
  ) =>
    setDraft((before) => ({
      ...before,
      [list]: before[list].map((row) => (row.id === id ? { ...row, ...part } : row)),
    }));
  return {
    draft,
    terms: termsOf(draft),
    edit,
    editRow,
    removeRow: (list: 'rules' | 'exclusions' | 'escalations', id: string) =>
      setDraft((before) => ({ ...before, [list]: before[list].filter((row) => row.id !== id) })),
    /** One place up: rules are read from the top. */
    raiseRule: (id: string) => edit({ rules: raised(draft.rules, id) }),
    addRule: () => edit({ rules: [...draft.rules, emptyRule(calendarId)] }),
    addExclusion: () =>
      edit({ exclusions: [...draft.exclusions, { id: crypto.randomUUID(), match: open, reason: '' }] }),
    addEscalation: () =>
      edit({
        escalations: [
          ...draft.escalations,
          {
            id: crypto.randomUUID(),
            level: String(draft.escalations.length + 1),
            atShare: '100',
            to: 'lead',
            onShift: true,
          },
        ],
      }),
  };
}

function emptyRule(calendarId: string): RuleDraft {
  const minutes = { firstResponse: '', nextResponse: '', resolution: '', carrier: '' };
  return { id: crypto.randomUUID(), match: open, calendarId, minutes };
}

function raised(rules: readonly RuleDraft[], id: string): RuleDraft[] {
  const index = rules.findIndex((rule) => rule.id === id);
  const rule = rules[index];
  if (!rule || index === 0) return [...rules];
  return rules.toSpliced(index, 1).toSpliced(index - 1, 0, rule);
}

function draftOf(given: ContractTerms | null, effectiveOn: string, units: Units): ContractDraft {
  const written = (minutes: ContractRule['minutes']) =>
    Object.fromEntries(
      targets.map((target) => [target, writeMinutes(minutes[target], units)]),
    ) as RuleDraft['minutes'];
  return {
    effectiveOn,
    appliesTo: 'new',
    rules: (given?.rules ?? []).map((rule) => ({ ...rule, minutes: written(rule.minutes) })),
    exclusions: (given?.exclusions ?? []).map((row) => ({ ...row, id: crypto.randomUUID() })),
    warnAt: (given?.warnAt ?? [0.75]).map(percent).join(', '),
    escalations: (given?.escalations ?? []).map(({ level, atShare, ...row }) => ({
      ...row,
      id: crypto.randomUUID(),
      level: String(level),
      atShare: percent(atShare),
    })),
    grace: writeMinutes(given?.graceMinutes ?? 0, units),
    reason: '',
  };
}

function percent(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

/** `null`: some of it cannot be read yet. */
function termsOf(draft: ContractDraft): ContractTerms | null {
  const read = (text: string) => {
    const minutes = readLength(text);
    return minutes === undefined ? Number.NaN : minutes;
  };
  const rules = draft.rules.map(({ minutes: texts, ...rule }) => ({
    ...rule,
    minutes: Object.fromEntries(
      targets.map((target) => [target, read(texts[target])]),
    ) as ContractRule['minutes'],
  }));
  const terms: ContractTerms = {
    rules,
    exclusions: draft.exclusions.map(({ id: _, ...row }) => row),
    warnAt: readPercents(draft.warnAt),
    escalations: draft.escalations.map(({ id: _, level, atShare, ...row }) => ({
      ...row,
      level: Number(level),
      atShare: Number(atShare.replace(',', '.')) / 100,
    })),
    graceMinutes: read(draft.grace) ?? 0,
  };
  const numbers = [
    ...rules.flatMap(({ minutes }) => Object.values(minutes)),
    ...terms.warnAt,
    ...terms.escalations.flatMap(({ level, atShare }) => [level, atShare]),
    terms.graceMinutes,
  ];
  const isRead = numbers.every((number) => !Number.isNaN(number));
  return isRead && draft.exclusions.every(({ reason }) => reason.trim() !== '') ? terms : null;
}

function readPercents(text: string): number[] {
  return text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map((part) => Number(part.replace('%', '')) / 100);
}

import { useState } from 'react';
import type { StrategyRules, StrategyStep } from '#app/features/ladder/strategy.ts';
import type { ContactLimits } from '#app/features/outreach/contact-limits.ts';
import { beginHistory, type EditHistory, edit, redo, undo } from './edit-history.ts';
import {
  addStep,
  changeStep,
  draftFrom,
  removeStep,
  rulesFrom,
  type StrategyDraft,
  shiftStep,
} from './strategy-draft.ts';
import { findStrategyFaults } from './strategy-faults.ts';

export type StrategyForm = ReturnType<typeof useStrategyForm>;

/** What is being typed of a strategy: its steps, what was taken back, and what is wrong with it now. */
export function useStrategyForm(given: StrategyRules, caps: Pick<ContactLimits, 'calls' | 'messages'>) {
  const [history, setHistory] = useState<EditHistory<StrategyDraft>>(() =>
    beginHistory(draftFrom(given, () => crypto.randomUUID())),
  );
  const [saved, setSaved] = useState<StrategyDraft>(history.now);
  const [chosen, choose] = useState<string | null>(null);
  const { now: draft } = history;
  const change = (make: (draft: StrategyDraft) => StrategyDraft, tag: string | null = null) =>
    setHistory((before) => edit(before, make(before.now), tag));
  const rules = rulesFrom(draft);
  const step = draft.steps.find(({ id }) => id === chosen);
  return {
    draft,
    rules,
    step,
    choose,
    faults: findStrategyFaults(rules, caps),
    isTouched: draft !== saved,
    settle: () => setSaved(draft),
    undo: history.past.length > 0 ? () => setHistory(undo) : null,
    redo: history.future.length > 0 ? () => setHistory(redo) : null,
    setEntry: (part: Partial<StrategyRules['entry']>) =>
      change((before) => ({ ...before, entry: { ...before.entry, ...part } }), Object.keys(part).join()),
    setCosts: (part: StrategyDraft['costs']) =>
      change((before) => ({ ...before, costs: { ...before.costs, ...part } }), Object.keys(part).join()),
    setStep: (
      id: string,
      part: Partial<StrategyStep>,
      tag: string | null = `${id} ${Object.keys(part).join()}`,
    ) => change((before) => changeStep(before, id, part), tag),
    shift: (id: string, days: number, places: number) =>
      change((before) => shiftStep(before, id, days, places), `${id} shift`),
    add: (part: Partial<StrategyStep>) => {
      const id = crypto.randomUUID();
      const after = { day: (step?.day ?? 0) + 3, action: 'sms' as const, text: '' };
      change((before) => addStep(before, { id, ...after, ...part }));
      choose(id);
    },
    /** Takes what another saved in place of what is here, which stays to be taken back. */
    replace: (other: StrategyRules) => {
      const theirs = draftFrom(other, () => crypto.randomUUID());
      change(() => theirs);
      setSaved(theirs);
    },
    remove: (id: string) => change((before) => removeStep(before, id)),
  };
}

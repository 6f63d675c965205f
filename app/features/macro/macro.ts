import { z } from 'zod';
import { priorities } from '#app/features/case/case.ts';

/** What a ready text may speak of. The names are written in braces: `{{subscriber.name}}`. */
export const macroVariables = [
  'subscriber.name',
  'subscriber.contract',
  'line.number',
  'case.number',
  'case.subject',
  'agent.name',
  'client.name',
] as const;
export type MacroVariable = (typeof macroVariables)[number];
export type MacroValues = Record<MacroVariable, string | null>;

/** What else a macro does to the case it is used in. */
export const MacroActions = z.strictObject({
  priority: z.enum(priorities).optional(),
  topicId: z.uuid().optional(),
  nextState: z.enum(['open', 'waiting', 'solved']).optional(),
});
export type MacroActions = z.infer<typeof MacroActions>;

export const MacroForm = z.strictObject({
  title: z.string().trim().min(2, 'short').max(80, 'long'),
  body: z.string().trim().min(1, 'required').max(10_000, 'long'),
  isShared: z.boolean(),
  actions: MacroActions,
});
export type MacroForm = z.infer<typeof MacroForm>;

export type MacroRefusal = { code: 'macro-not-found' } | { code: 'macro-title-taken' };

const placeholder = /\{\{\s*([a-z.]+)\s*\}\}/g;

/** The text with its variables filled in. What is not known stays as it is written, to be seen and filled by hand. */
export function fillMacro(body: string, values: MacroValues): string {
  return body.replace(placeholder, (whole, name: string) =>
    isVariable(name) ? (values[name] ?? whole) : whole,
  );
}

/** The variables that a text names and nobody knows: a misspelt name would be sent as it stands. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(placeholder)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !isVariable(name)))];
}

/** Whether a text still has a place that nobody filled. */
export function hasPlaceholder(body: string): boolean {
  return /\{\{[^}]*\}\}/.test(body);
}

function isVariable(name: string): name is MacroVariable {
  return (macroVariables as readonly string[]).includes(name);
}

/** What a step's text may be filled in with. */
export const stepVariables = ['name', 'sum', 'due', 'days', 'creditor', 'phone'] as const;
export type StepVariable = (typeof stepVariables)[number];

const inBraces = /\{([^{}]*)\}/g;

/** The names in braces, each once, as they stand in the text. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(inBraces)].map(([, name]) => name ?? ''))];
}

export function isStepVariable(name: string): name is StepVariable {
  return stepVariables.some((known) => known === name);
}

/** Fills in what is known; another name in braces stays as it is, so that it is seen. */
export function fillStepText(text: string, values: Record<StepVariable, string>): string {
  return text.replace(inBraces, (whole, name: string) => (isStepVariable(name) ? values[name] : whole));
}

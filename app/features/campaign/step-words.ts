import { variablesOf } from '#app/features/ladder/step-text.ts';

/** What a step's text may be filled in with. */
export const campaignVariables = ['name', 'tariff', 'offer', 'creditor', 'phone'] as const;
export type CampaignVariable = (typeof campaignVariables)[number];

export function unknownVariables(text: string): string[] {
  return variablesOf(text).filter((name) => !isVariable(name));
}

/** Fills in what is known; another name in braces stays as it is, so that it is seen. */
export function fillCampaignText(text: string, values: Record<CampaignVariable, string>): string {
  return text.replace(/\{([^{}]*)\}/g, (whole, name: string) => (isVariable(name) ? values[name] : whole));
}

function isVariable(name: string): name is CampaignVariable {
  return campaignVariables.some((known) => known === name);
}

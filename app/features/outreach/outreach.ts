/** How a subscriber is reached. A robot counts as a call. */
export const outreachChannels = [
  'cabinet',
  'email',
  'sms',
  'messenger',
  'robot',
  'call',
  'letter',
  'meeting',
] as const;
export type OutreachChannel = (typeof outreachChannels)[number];

/**
 * Why. `answer`: to what he asked; `access`: the code by which he asks to be let into his cabinet; `service`: what
 * concerns his contract, a bill not yet due included.
 */
export const outreachPurposes = [
  'answer',
  'access',
  'service',
  'collection',
  'advertising',
  'survey',
] as const;
export type OutreachPurpose = (typeof outreachPurposes)[number];

/** What he asked for himself, this minute: always allowed, never counted. */
export function isAskedFor(purpose: OutreachPurpose): boolean {
  return purpose === 'answer' || purpose === 'access';
}

/** As whom the centre speaks of overdue debt of individuals (230-FZ as amended by 467-FZ, art. 4 and 5). */
export const legalModes = ['creditor', 'registered', 'neither'] as const;
export type LegalMode = (typeof legalModes)[number];

export const barKinds = [
  'bankrupt',
  'incapable',
  'in-hospital',
  'disabled-first-group',
  'minor',
  'refusal',
  'representative',
] as const;
export type BarKind = (typeof barKinds)[number];

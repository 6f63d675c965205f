/** What a review is of. A call is a contact. */
export const subjectTypes = ['case', 'contact', 'request'] as const;
export type SubjectType = (typeof subjectTypes)[number];
export type Subject = { subjectType: SubjectType; subjectId: string };

/** How it came to be reviewed: drawn by chance, drawn within every stratum, looked for, or asked for. */
export const selections = ['random', 'stratified', 'targeted', 'requested'] as const;
export type Selection = (typeof selections)[number];

/** Only what was drawn by chance says how somebody works; the rest is chosen, and so biased. */
export const rankableSelections = ['random', 'stratified'] as const satisfies Selection[];

/** Whether a review counts in rankings and averages. */
export function isRankable(selection: Selection): boolean {
  return rankableSelections.some((one) => one === selection);
}

/** Something said to a review: about an item, and at a second of the recording, where it is about one. */
export type ReviewNote = { text: string; itemId: string | null; atSecond: number | null };

/** Why a review has another revision. */
export type RevisionCause = 'reviewed' | 'disputed' | 'moved';

/** What moves money between the books; a charge raises what is owed, a payment lowers it. */
export const entryKinds = ['charge', 'payment', 'adjustment', 'write_off', 'reversal'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Who told us of a figure. */
export const entrySources = ['file', 'api', 'hand', 'carrier'] as const;
export type EntrySource = (typeof entrySources)[number];

/** The books of the double entry. What the subscriber owes is the sum of `receivable`. */
export const books = ['receivable', 'revenue', 'cash', 'corrections', 'losses'] as const;
export type Book = (typeof books)[number];

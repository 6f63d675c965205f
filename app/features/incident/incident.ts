import { z } from 'zod';

/** Which cases an incident collects: all that is said must fit. `words`: one of them stands in the subject. */
export const IncidentMatch = z.strictObject({
  carrier: z.string().max(40).optional(),
  topicId: z.uuid().optional(),
  optionCode: z.string().max(60).optional(),
  words: z.array(z.string().trim().min(2).max(60)).max(20).optional(),
});
export type IncidentMatch = z.infer<typeof IncidentMatch>;

/** `run`: the clocks go on; `pause`: they stand while it lasts; `exclude`: its cases are not counted. */
export const slaTreatments = ['run', 'pause', 'exclude'] as const;
export type SlaTreatment = (typeof slaTreatments)[number];

export type MatchedCase = {
  carrier: string | null;
  topicId: string | null;
  subject: string;
  /** Options of the case's line. */
  optionCodes: readonly string[];
};

/** Whether a case is one of this trouble's. An incident that says nothing collects nothing by itself. */
export function belongsTo(match: IncidentMatch, found: MatchedCase): boolean {
  const words = match.words?.filter((word) => word !== '') ?? [];
  if (!match.carrier && !match.topicId && !match.optionCode && words.length === 0) return false;
  const subject = fold(found.subject);
  return (
    (!match.carrier || match.carrier === found.carrier) &&
    (!match.topicId || match.topicId === found.topicId) &&
    (!match.optionCode || found.optionCodes.includes(match.optionCode)) &&
    (words.length === 0 || words.some((word) => subject.includes(fold(word))))
  );
}

/**
 * Whether a trouble that lasts concerns the owner of a line: it says where it is, by carrier or option, and both fit.
 * What people write of it, topic and words, says nothing of who has it.
 */
export function concernsLine(
  match: IncidentMatch,
  line: { carrier: string; optionCodes: readonly string[] },
): boolean {
  if (!match.carrier && !match.optionCode) return false;
  return (
    (!match.carrier || match.carrier === line.carrier) &&
    (!match.optionCode || line.optionCodes.includes(match.optionCode))
  );
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

import { z } from 'zod';
import { slaTreatments } from './incident.ts';

const chosen = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text));

/** The match as a form or an address says it: words separated by commas, empty fields for whatever. */
export const MatchForm = z
  .object({
    carrier: chosen.optional(),
    topicId: chosen.pipe(z.uuid().optional()).optional(),
    optionCode: chosen.optional(),
    words: z.string().max(600, 'long').optional(),
  })
  .transform(({ words, ...rest }) => ({ ...rest, words: splitWords(words) }));

/** The form that declares an incident. `started` is a wall clock of the client company, empty for now. */
export const IncidentForm = z
  .object({
    formToken: z.uuid(),
    title: z.string().trim().min(3, 'short').max(120, 'long'),
    banner: z.string().trim().min(3, 'short').max(300, 'long'),
    slaTreatment: z.enum(slaTreatments),
    started: z.union([z.literal(''), z.iso.datetime({ local: true, offset: false, error: 'date' })]),
  })
  .and(MatchForm);

function splitWords(text = ''): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word.length >= 2)
    .slice(0, 20);
}

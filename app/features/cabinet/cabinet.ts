import { z } from 'zod';
import { parsePhone } from '#app/features/subscriber/phone.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What a subscriber is let in by: six digits, good for so long and so many tries, once. */
export const codeLifeMs = 5 * minute;
export const mostTries = 5;

/** A cabinet that is not used closes, and however it is used it closes once a day. */
export const idleMs = 30 * minute;
export const absoluteMs = 12 * hour;

/**
 * How many codes may be asked for in a time: for one number, from one sender (a carrier puts many people behind one
 * address), and by all together.
 */
export const codeLimits = [
  { of: 'number', max: 3, withinMs: 10 * minute },
  { of: 'number', max: 10, withinMs: 24 * hour },
  { of: 'sender', max: 30, withinMs: 10 * minute },
  { of: 'sender', max: 200, withinMs: 24 * hour },
  { of: 'everybody', max: 300, withinMs: 10 * minute },
] as const;

/** How much one subscriber may write in a time. */
export const wordLimits = [
  { max: 20, withinMs: 10 * minute },
  { max: 100, withinMs: 24 * hour },
] as const;

export type CabinetRefusal =
  /** For this number, from this place, or from everywhere: the answer is the same. */
  | { code: 'too-many-codes' }
  | { code: 'code-wrong' }
  /** It is too old, was used, was guessed at too often, or was asked for in another browser. */
  | { code: 'code-over' }
  | { code: 'too-many-words' };

export type CodeFacts = { tries: number; expiresAt: Date; usedAt: Date | null };

/** Whether a code may still be tried. */
export function isOpenCode({ tries, expiresAt, usedAt }: CodeFacts, now: Date): boolean {
  return tries < mostTries && usedAt === null && now < expiresAt;
}

/** When a session used at `usedAt` ends if it is not used again. */
export function sessionEnd(createdAt: Date, usedAt: Date): Date {
  return new Date(Math.min(usedAt.getTime() + idleMs, createdAt.getTime() + absoluteMs));
}

export const NumberInput = z.object({
  phone: z
    .string()
    .trim()
    .max(40, 'phone')
    .refine((text) => parsePhone(text).ok, 'phone'),
});

export const CodeInput = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/\D/g, ''))
    .pipe(z.string().length(6, 'code')),
});

/** In which the cabinet asks how somebody would rather be reached. */
export const preferredChannels = ['cabinet', 'sms', 'messenger', 'email', 'call'] as const;
export const PreferenceInput = z.object({ channel: z.enum(preferredChannels, 'required') });

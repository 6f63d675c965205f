import { z } from 'zod';
import { parsePhone } from '#app/features/subscriber/phone.ts';

const long = 'long' as const;

/** What a visitor fills in. `website` is for machines: a person does not see it. */
export const WebFormInput = z
  .object({
    formToken: z.uuid(),
    name: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'name' }),
    phone: z.string().trim().max(40, { error: long }),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(254, { error: long })
      .pipe(z.union([z.literal(''), z.email({ error: 'email' })], { error: 'email' })),
    subject: z.string().trim().min(3, { error: 'short' }).max(200, { error: long }),
    words: z.string().trim().min(10, { error: 'short' }).max(10_000, { error: long }),
    website: z.string().max(1000).default(''),
  })
  .superRefine(({ phone, email }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (phone && !parsePhone(phone).ok) fault('phone', 'phone');
    if (!phone && !email) fault('email', 'reachable');
  });
export type WebFormInput = z.infer<typeof WebFormInput>;

export type WebFormRefusal =
  | { code: 'form-not-found' }
  /** Too many came from one address, or from everywhere, in a short time. */
  | { code: 'too-many-forms' };

/** How many forms may come in a time: from one sender, and to one client company from all. */
export const formLimits = [
  { of: 'sender', max: 5, withinMs: 10 * 60_000 },
  { of: 'sender', max: 20, withinMs: 24 * 60 * 60_000 },
  { of: 'everybody', max: 300, withinMs: 10 * 60_000 },
] as const;

export const mostFormFiles = 5;
export const mostFormFileBytes = 10 * 1024 * 1024;
/** Of the whole form, with what a browser writes around its files. */
export const mostFormBytes = 25 * 1024 * 1024;

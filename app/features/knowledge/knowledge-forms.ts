import { z } from 'zod';
import { ArticleInput } from './knowledge.ts';
import { SuggestionInput } from './suggest-change.ts';

/** A form says nothing by an empty field, and yes by a box that is there. */
const emptyToNull = (value: unknown) => (value === '' || value === undefined ? null : value);

const asForm = z.object({
  carrier: z.preprocess(emptyToNull, z.unknown()),
  validFrom: z.preprocess(emptyToNull, z.unknown()),
  validUntil: z.preprocess(emptyToNull, z.unknown()),
  isRequired: z.preprocess((value) => value === 'on', z.unknown()),
  title: z.unknown(),
  slug: z.unknown(),
  keywords: z.unknown(),
  body: z.unknown(),
  reviewAt: z.unknown(),
  note: z.unknown(),
});

/** The form of an article as a browser sends it. Line ends are those of Unix. */
export const ArticleForm = z.preprocess(unixLines, asForm.pipe(ArticleInput));
export const VersionField = z.coerce.number().int().min(1);

export const SuggestionForm = z.preprocess(
  unixLines,
  z
    .object({
      carrier: z.preprocess(emptyToNull, z.unknown()),
      title: z.unknown(),
      body: z.unknown(),
      note: z.unknown(),
    })
    .pipe(SuggestionInput),
);

function unixLines(fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value,
    ]),
  );
}

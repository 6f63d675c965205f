import { resources } from '#app/locales/resources.ts';

type Matches = readonly ({ id: string; loaderData?: unknown } | undefined)[];
type Texts = (typeof resources)['ru'] | (typeof resources)['en'];

type Desk = { workplace?: { name: string }; caseCounts?: { unread: number } | null };

/**
 * The `meta` of a page: what it shows, for which client company, in the person's language; before it, how many
 * cases have something that he has not read.
 */
export function titleOf(matches: Matches, text: (texts: Texts) => string | undefined): [{ title: string }] {
  const loaded = (id: string) => matches.find((match) => match?.id === id)?.loaderData;
  const root = loaded('root') as { locale?: 'ru' | 'en' } | undefined;
  const desk = loaded('routes/desk/layout') as Desk | undefined;
  const texts = resources[root?.locale ?? 'ru'];
  const unread = desk?.caseCounts?.unread;
  const parts = [text(texts), desk?.workplace?.name, texts.common.product];
  return [{ title: `${unread ? `(${unread}) ` : ''}${parts.filter(Boolean).join(' · ')}` }];
}

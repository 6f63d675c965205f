import { resources } from '#app/locales/resources.ts';

type Matches = readonly ({ id: string; loaderData?: unknown } | undefined)[];
type Texts = (typeof resources)['ru'] | (typeof resources)['en'];

/** The `meta` of a page: what it shows, for which client company, in the person's language. */
export function titleOf(matches: Matches, text: (texts: Texts) => string | undefined): [{ title: string }] {
  const loaded = (id: string) => matches.find((match) => match?.id === id)?.loaderData;
  const root = loaded('root') as { locale?: 'ru' | 'en' } | undefined;
  const desk = loaded('routes/desk/layout') as { workplace?: { name: string } } | undefined;
  const texts = resources[root?.locale ?? 'ru'];
  const parts = [text(texts), desk?.workplace?.name, texts.common.product];
  return [{ title: parts.filter(Boolean).join(' · ') }];
}

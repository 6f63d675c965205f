import type { RouterContextProvider } from 'react-router';
import { personContext, servicesContext } from './context.ts';

/** The carriers' names by id, in the language of the person who asks. */
export function carrierTitlesFor(context: Readonly<RouterContextProvider>): Record<string, string> {
  const { titles } = context.get(servicesContext).carriers;
  const { locale } = context.get(personContext);
  return Object.fromEntries(Object.entries(titles).map(([id, title]) => [id, title[locale]]));
}

/** The carriers to choose from. */
export function carrierChoicesFor(context: Readonly<RouterContextProvider>) {
  return Object.entries(carrierTitlesFor(context)).map(([value, label]) => ({ value, label }));
}

import type { RouterContextProvider } from 'react-router';
import { carrierTitlesFor } from './carrier-titles.ts';
import { personContext, workplaceContext } from './context.ts';

/** In what language a file is written for whoever asks, and what the client company and the carriers are called in it. */
export function fileWordsOf(context: Readonly<RouterContextProvider>) {
  return {
    language: context.get(personContext).locale ?? ('ru' as const),
    tenant: context.get(workplaceContext).tenant.name,
    carriers: carrierTitlesFor(context),
  };
}

import { compareTexts } from './compare-texts.ts';
import type { ImportPlan } from './plan-import.ts';

export type ShownImport = ReturnType<typeof showImport>;

/** The plan as a person judges it: old beside new. */
export function showImport({ articles, prices, same, faults, fingerprint }: ImportPlan) {
  return {
    articles: articles.map(({ file, before }) => ({
      slug: file.slug,
      isNew: before === null,
      title: compareTexts(before?.title ?? '', file.title),
      body: compareTexts(before?.body ?? '', file.body),
    })),
    prices: prices.map(({ row, before }) => ({ ...row, before })),
    same,
    faults,
    fingerprint,
  };
}

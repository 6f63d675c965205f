import type { Format } from '#app/platform/format.ts';
import type { PdfDocument, PdfPart } from '#app/platform/pdf/pdf-document.ts';

type Addressed = {
  name: string;
  postalAddress: string | null;
  contract: string;
  at: Date;
  subject: string | null;
  content: string;
};

/** Each letter begins a page of its own. Subscribers are written to in Russian. */
export function lettersPdf(
  letters: readonly Addressed[],
  { madeAt, format }: { madeAt: Date; format: Format },
): PdfDocument {
  return {
    title: `Письма, ${format.fullDay(madeAt)}`,
    isTitleDrawn: false,
    hasPageNumbers: false,
    language: 'ru',
    fontSize: 11,
    madeAt,
    parts: letters.flatMap((letter): PdfPart[] => [
      { kind: 'new-page' },
      { kind: 'paragraph', at: 'right', text: `${letter.name}\n${letter.postalAddress ?? ''}` },
      {
        kind: 'paragraph',
        isDimmed: true,
        text: `Договор ${letter.contract}\n${format.fullDay(madeAt)}`,
      },
      ...(letter.subject ? [{ kind: 'heading' as const, text: letter.subject }] : []),
      { kind: 'paragraph', text: letter.content },
    ]),
  };
}

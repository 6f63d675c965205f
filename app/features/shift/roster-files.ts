import type { RosterSheetFacts } from './read-roster-sheets.ts';
import { hoursSheet, rosterSheet, type SheetTexts } from './roster-sheets.ts';
import { type SheetAbout, sheetCsv, sheetPdf, sheetXlsx } from './write-sheet.ts';

type Write = (
  facts: RosterSheetFacts,
  texts: SheetTexts,
  about: SheetAbout,
) => Promise<Uint8Array<ArrayBuffer>>;

/** Every file there is of a plan, by its name. */
export const rosterFiles: Readonly<Record<string, Write>> = {
  'roster.xlsx': (facts, texts) => sheetXlsx(rosterSheet(facts, texts)),
  'roster.pdf': (facts, texts, about) => sheetPdf(rosterSheet(facts, texts), about),
  'hours.xlsx': (facts, texts) => sheetXlsx(hoursSheet(facts, texts)),
  'hours.csv': async (facts, texts) => new TextEncoder().encode(sheetCsv(hoursSheet(facts, texts))),
};

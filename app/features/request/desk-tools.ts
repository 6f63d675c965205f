import { createContext, useContext } from 'react';

/** The line a new request is for, as a card or a search result knows it. */
export type ChosenLine = { lineId: string; name: string; maskedNumber: string; carrier: string };

type DeskTools = {
  /** Opens the dialog of a new request, for this line or one to be chosen there. */
  startRequest(line?: ChosenLine): void;
  /** Opens the dialog of a contact that somebody has just had. */
  logContact(): void;
  /** Takes the case that should be taken next, and opens it. */
  takeNext(): void;
  showKeys(): void;
};
export const DeskToolsContext = createContext<DeskTools | null>(null);

/** What is at hand on every page of a desk. Throws outside `/t/:tenant`. */
export function useDeskTools(): DeskTools {
  const tools = useContext(DeskToolsContext);
  if (!tools) throw new Error('useDeskTools is for pages under /t/:tenant.');
  return tools;
}

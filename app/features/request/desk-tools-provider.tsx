import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { KeySheet } from '#app/components/key-sheet.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys } from '#app/components/use-keys.ts';
import { ContactDialog } from '#app/features/contact/contact-dialog.tsx';
import { useTakeNext } from '#app/features/routing/use-take-next.ts';
import { type ChosenLine, DeskToolsContext } from './desk-tools.ts';
import { NewRequestDialog } from './new-request-dialog.tsx';
import { searchOf } from './request-query.ts';
import { openPalette, SearchPalette } from './search-palette.tsx';

type Opened =
  | { dialog: 'none' }
  | { dialog: 'keys' }
  | { dialog: 'contact' }
  | { dialog: 'request'; line: ChosenLine | null; turn: number };

/** What is at hand on every page of a desk: search, new request, keys. */
export function DeskToolsProvider({ children }: { children: ReactNode }) {
  const { home, may } = useDesk();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened>({ dialog: 'none' });
  const close = () => setOpened({ dialog: 'none' });
  const { take } = useTakeNext();
  const latestTake = useRef(take);
  latestTake.current = take;
  const tools = useMemo(
    () => ({
      startRequest: (line?: ChosenLine) =>
        setOpened({ dialog: 'request', line: line ?? null, turn: Date.now() }),
      logContact: () => setOpened({ dialog: 'contact' }),
      showKeys: () => setOpened({ dialog: 'keys' }),
      takeNext: () => latestTake.current(),
    }),
    [],
  );
  const bindings = {
    sheet: tools.showKeys,
    goRequests: () => navigate(`${home}/requests`),
    goNeedsPerson: () => navigate(`${home}/requests${searchOf({ states: ['manual'] })}`),
    ...(may.findSubscribers ? { search: openPalette, palette: openPalette } : {}),
    ...(may.readKnowledge ? { goKnowledge: () => navigate(`${home}/knowledge`) } : {}),
    ...(may.readCases ? { goCases: () => navigate(`${home}/cases`) } : {}),
    ...(may.readCases ? { goNotices: () => navigate(`${home}/notices`) } : {}),
    ...(may.writeCases ? { contact: tools.logContact, takeNext: take } : {}),
    ...(may.create ? { newRequest: () => tools.startRequest() } : {}),
    ...(may.batch ? { goBatches: () => navigate(`${home}/batches`) } : {}),
  };
  useKeys(bindings, 'everywhere');
  return (
    <DeskToolsContext.Provider value={tools}>
      {children}
      {may.findSubscribers ? <SearchPalette /> : null}
      <KeySheet isOpen={opened.dialog === 'keys'} onClose={close} />
      {opened.dialog === 'contact' ? <ContactDialog onClose={close} /> : null}
      {opened.dialog === 'request' ? (
        <NewRequestDialog key={opened.turn} line={opened.line} onClose={close} />
      ) : null}
    </DeskToolsContext.Provider>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys, useShownKey } from '#app/components/use-keys.ts';
import { useNotice } from '#app/components/use-notice.ts';
import { useRefusalText } from '#app/components/use-refusal-text.ts';
import type { Refusal } from '#app/platform/http-errors.ts';
import { type CaseDeeds, CaseDeedsContext, type Deed } from './case-deeds.ts';
import { DeedRunner } from './deed-runner.tsx';

type Running = { id: number; deed: Deed };
const mostUndone = 50;

/** Does what is done to cases: shown at once, rolled back on a no, taken back with `z`. */
export function CaseDeedsProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('case');
  const notify = useNotice();
  const refusalText = useRefusalText();
  const [running, setRunning] = useState<Running[]>([]);
  const done = useRef<Deed[]>([]);
  const last = useRef(0);
  const perform = (deed: Deed) => {
    last.current += 1;
    const id = last.current;
    setRunning((all) => [...all, { id, deed }]);
  };
  const undo = (deed: Deed) => {
    done.current = done.current.filter((one) => one !== deed);
    const { caseId, undo: back } = deed;
    if (back) perform({ caseId, message: t('deed.undone'), ...back });
  };
  const undoLast = () => {
    const deed = done.current.at(-1);
    if (deed) undo(deed);
    else notify(t('deed.nothingToUndo'));
  };
  const end = ({ id, deed }: Running, error: Refusal | null | undefined) => {
    setRunning((all) => all.filter((one) => one.id !== id));
    if (error) {
      notify(<Text c="red">{refusalText(error)}</Text>);
      return;
    }
    if (deed.undo) done.current = [...done.current, deed].slice(-mostUndone);
    notify(deed.undo ? <Done message={deed.message} onUndo={() => undo(deed)} /> : deed.message);
  };
  // A held reply on the page is taken back first: its key stands above this one.
  useKeys({ undo: undoLast }, 'everywhere');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions read what is newest
  const deeds: CaseDeeds = useMemo(
    () => ({ perform, undoLast, patched: (one) => patchedBy(running, one) }),
    [running],
  );
  return (
    <CaseDeedsContext.Provider value={deeds}>
      {children}
      {running.map((one) => (
        <DeedRunner key={one.id} deed={one.deed} onEnd={(error) => end(one, error)} />
      ))}
    </CaseDeedsContext.Provider>
  );
}

function patchedBy<T extends { id: string }>(running: readonly Running[], one: T): T {
  const own = running.filter(({ deed }) => deed.caseId === one.id);
  return Object.assign({}, one, ...own.map(({ deed }) => deed.patch ?? {}));
}

function Done({ message, onUndo }: { message: string; onUndo(): void }) {
  const { t } = useTranslation('case');
  const shownKey = useShownKey();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text>{message}</Text>
      <Button variant="subtle" size="compact-xs" onClick={onUndo}>
        {t('deed.undo')} ({shownKey('undo')})
      </Button>
    </Group>
  );
}

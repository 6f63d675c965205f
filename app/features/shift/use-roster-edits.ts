import { type SubmitTarget, useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import type { RosterView, ShownShift } from './read-roster.ts';

export type ShiftTimes = { userId: string; date: string; from: string; minutes: number };
export type RosterEdits = ReturnType<typeof useRosterEdits>;

/** What a planner does to the plan he sees. Every deed is sent at once; a refusal is told in the corner. */
export function useRosterEdits({ roster, mayWrite }: Pick<RosterView, 'roster' | 'mayWrite'>) {
  const fetcher = useFetcher();
  useRefusalNotice(fetcher.data);
  const place = `/t/${useDesk().workplace.slug}/plan/shifts/${roster.id}`;
  const isOpen = mayWrite && roster.state !== 'retired' && !roster.isSolving;
  const send = (path: string, body: SubmitTarget) => {
    if (!isOpen) return;
    void fetcher.submit(body, { method: 'post', action: `${place}/${path}`, encType: 'application/json' });
  };
  return {
    isOpen,
    isBusy: fetcher.state !== 'idle',
    place: (times: ShiftTimes) => send('shifts', times),
    move: (shift: ShownShift, change: Partial<ShiftTimes & { isPinned: boolean }>) => {
      const { id, userId, date, from, minutes, version } = shift;
      send(`shifts/${id}/time`, { userId, date, from, minutes, version, isPinned: true, ...change });
    },
    remove: ({ id, version }: ShownShift) => send(`shifts/${id}/removal`, { version }),
    undo: () => send('undo', {}),
  };
}

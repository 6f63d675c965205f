import { useLocation, useNavigate, useRouteLoaderData } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys } from '#app/components/use-keys.ts';
import { isOpenCase } from './case.ts';
import type { DialogName } from './case-dialog.tsx';
import type { CaseDetail } from './read-case-detail.ts';
import type { ListedCase } from './read-case-list.ts';
import { useCaseDeed } from './use-case-deed.ts';

type Tools = { open(name: DialogName): void; write(kind: 'reply' | 'note'): void };

/** What the keys do on the page of a case. */
export function useCaseKeys(detail: CaseDetail, { open, write }: Tools): void {
  const deed = useCaseDeed({
    ...detail,
    assigneeId: detail.assignee?.id ?? null,
    topicId: detail.topic?.id ?? null,
  });
  const goNext = useNextCase(detail.id);
  const mayEnd = detail.mayWrite && isOpenCase(detail.state);
  useKeys(
    detail.mayWrite
      ? {
          reply: () => write('reply'),
          writeNote: () => write('note'),
          assign: () => open('assign'),
          macro: () => open('macro'),
          snooze: () => open('snooze'),
          ...(mayEnd
            ? {
                done: deed.solve,
                doneNext: () => {
                  deed.solve();
                  goNext();
                },
              }
            : {}),
        }
      : {},
  );
}

/** Opens the case that stands after this one in the queue; the last one leads back to the queue. */
export function useNextCase(caseId: string): () => void {
  const { home } = useDesk();
  const { search } = useLocation();
  const navigate = useNavigate();
  const list: { items: ListedCase[] } | undefined = useRouteLoaderData('routes/desk/case-list');
  return () => {
    const items = list?.items ?? [];
    const next = items[items.findIndex(({ id }) => id === caseId) + 1];
    void navigate(next ? `${home}/cases/${next.id}${search}` : `${home}/cases${search}`);
  };
}

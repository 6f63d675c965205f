import { useLayoutEffect, useRef } from 'react';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';

type Talk = Pick<CaseDetail['conversation'], 'entries' | 'isCut'> & { more?: number | null };

/** The conversation as it was read with its page, or more of it once that was asked for; both stay up to date. */
export function useTalk({ id, conversation }: { id: string; conversation: Talk }) {
  const { home } = useDesk();
  const earlier = useLoaded<{ conversation: CaseDetail['conversation'] }>();
  const shown: Talk = earlier.data?.conversation ?? conversation;
  const { more } = shown;
  return {
    entries: shown.entries,
    isCut: shown.isCut,
    isReading: earlier.state !== 'idle',
    showEarlier: more ? () => void earlier.load(`${home}/cases/${id}/conversation?most=${more}`) : null,
  };
}

/** What comes above leaves before the eyes what was there; what comes below is shown. */
export function useTalkScroll(firstId: string | undefined, lastId: string | undefined) {
  const list = useRef<HTMLOListElement>(null);
  const before = useRef({ height: 0, lastId: '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something new stands at either end
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    const { height, lastId: last } = before.current;
    if (lastId === last) current.scrollTop += current.scrollHeight - height;
    else current.scrollTop = current.scrollHeight;
    before.current = { height: current.scrollHeight, lastId: lastId ?? '' };
  }, [firstId, lastId]);
  return list;
}

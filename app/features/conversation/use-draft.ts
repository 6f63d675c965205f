import { useCallback, useEffect, useRef, useState } from 'react';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { type Draft, newestDraft, restOf, withTakenBack } from '#app/features/case/draft.ts';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import type { Stranger } from '#app/features/case/warn-of-strangers.ts';

/** A pause in typing after which the server is told; this browser keeps every letter. */
const pauseMs = 700;
/** After a failure it is tried again this much later. */
const retryMs = 5000;

export type DraftState = 'none' | 'saving' | 'saved' | 'here' | 'expired';
type Saved = { done: { savedAt: string; strangers: Stranger[] } };

/**
 * A text being written, kept in this browser at once and on the server at each pause: it outlives a refresh,
 * the end of a session and a lost connection.
 */
export function useDraft(detail: CaseDetail, kind: 'reply' | 'note') {
  const { home, person } = useDesk();
  const key = `pult-draft:${person.email}:${detail.id}:${kind}`;
  const server = detail.drafts.find((draft) => draft.kind === kind);
  const [body, setBody] = useState(server?.body ?? '');
  const [state, setState] = useState<DraftState>('none');
  const [strangers, setStrangers] = useState<Stranger[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useCallback(
    async (text: string) => {
      setState('saving');
      try {
        const { done } = await sendQuietly<Saved>(`${home}/cases/${detail.id}/draft`, { kind, body: text });
        setStrangers(done.strangers);
        setState('saved');
      } catch {
        setState(navigator.onLine ? 'expired' : 'here');
        timer.current = setTimeout(() => void save(text), retryMs);
      }
    },
    [home, detail.id, kind],
  );
  const write = useCallback(
    (text: string) => {
      setBody(text);
      keepHere(key, { body: text, savedAt: Date.now() });
      setState('saving');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(text), pauseMs);
    },
    [key, save],
  );
  const latest = useRef(body);
  latest.current = body;
  /** `sent` has gone: what was typed since is left. */
  const forget = (sent: string) => {
    const rest = restOf(latest.current, sent);
    if (rest !== '') return write(rest);
    clearTimeout(timer.current);
    localStorage.removeItem(key);
    setBody('');
    setState('none');
    setStrangers([]);
    // A pause while the answer was under way may have saved what was sent.
    sendQuietly(`${home}/cases/${detail.id}/draft`, { kind, body: '' }).catch(() => {});
  };
  const takeBack = (sent: string) => write(withTakenBack(latest.current, sent));
  // The server knows nothing of this browser, so what is kept here is looked at once the page is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the page opens
  useEffect(() => {
    const kept = server ? { body: server.body, savedAt: server.savedAt.getTime() } : null;
    const newest = newestDraft(readHere(key), kept);
    setBody(newest);
    // Whose numbers are in it is asked again, and the server gets what it has not heard.
    if (newest) void save(newest);
    return () => clearTimeout(timer.current);
  }, [key]);
  return { body, write, forget, takeBack, state, strangers };
}

function readHere(key: string): Draft | null {
  const kept = localStorage.getItem(key);
  return kept ? (JSON.parse(kept) as Draft) : null;
}

function keepHere(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A full or forbidden storage: the server keeps it all the same.
  }
}

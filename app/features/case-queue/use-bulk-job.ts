import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useRevalidator } from 'react-router';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';
import type { BulkResult } from '#app/features/case/bulk-deed.ts';
import { type BulkJob, nextPiece, takeResults } from './bulk-job.ts';

/** A piece that could not be sent is tried again after this. */
const retryMs = 3000;

/** The deed on many cases that runs from this page, piece by piece; a page read again goes on with it. */
export function useBulkJob() {
  const { home, person } = useDesk();
  const { revalidate } = useRevalidator();
  const [job, setJob] = useLocalStorage<BulkJob | null>({
    key: `pult-bulk:${person.email}:${home}`,
    defaultValue: null,
  });
  const isSending = useRef(false);
  useEffect(() => {
    const piece = job && !job.isPaused ? nextPiece(job) : null;
    if (!piece || isSending.current) return;
    isSending.current = true;
    sendQuietly<{ done: BulkResult[] }>(`${home}/cases-bulk`, piece)
      .then(({ done }) => {
        isSending.current = false;
        setJob((now) => now && takeResults(now, done));
        if (job && job.done + job.failures.length + done.length >= job.all) void revalidate();
      })
      .catch(() => {
        setTimeout(() => {
          isSending.current = false;
          setJob((now) => now && { ...now });
        }, retryMs);
      });
  }, [job, home, setJob, revalidate]);
  return { job, setJob };
}

import { useEffect } from 'react';
import { useFetcher, useNavigate } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';

/** Takes the next case and opens it. */
export function useTakeNext(): { take(): void } {
  const { home } = useDesk();
  const navigate = useNavigate();
  const fetcher = useFetcher<{ done?: { caseId: string } }>();
  useRefusalNotice(fetcher.data);
  const caseId = fetcher.data?.done?.caseId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a case
  useEffect(() => {
    if (caseId) void navigate(`${home}/cases/${caseId}`);
  }, [caseId]);
  const take = () =>
    void fetcher.submit({}, { method: 'post', action: `${home}/next`, encType: 'application/json' });
  return { take };
}

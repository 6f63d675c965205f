import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';

/** Sends what a form of the forecast says, as JSON; `place`: below the page's own address. */
export function useSend(place: string) {
  const { workplace } = useDesk();
  const fetcher = useFetcher<{ done?: unknown }>();
  const action = `/t/${workplace.slug}/plan/forecast/${place}`;
  const send = (body: object) =>
    void fetcher.submit(JSON.stringify(body), { method: 'post', encType: 'application/json', action });
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  return { send, fault: useFaults(fetcher.data), isBusy: fetcher.state !== 'idle', isDone };
}

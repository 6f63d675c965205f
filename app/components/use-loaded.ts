import { useFetcher } from 'react-router';
import { isRefused } from './use-faults.ts';
import { useRefusalNotice } from './use-refusal-notice.ts';

/** Reads from an address without leaving the page. When it cannot be read a corner tells why, and there is no `data`. */
export function useLoaded<T>(key?: string) {
  const fetcher = useFetcher(key === undefined ? {} : { key });
  useRefusalNotice(fetcher.data);
  const hasFailed = isRefused(fetcher.data);
  const data: T | undefined = hasFailed ? undefined : fetcher.data;
  return { data, hasFailed, state: fetcher.state, load: fetcher.load };
}

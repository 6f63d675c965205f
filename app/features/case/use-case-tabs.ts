import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { CaseTab } from './read-case-tabs.ts';

const mostTabs = 12;

/** The ids with one more at the end; the oldest make room. One that is there keeps its place. */
export function withTab(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? [...ids] : [...ids, id].slice(-mostTabs);
}

/** The cases this person has open here, kept in the browser; what they show is read again with the page. */
export function useCaseTabs(openId: string) {
  const { home, person } = useDesk();
  const key = `pult-tabs:${person.email}:${home}`;
  const [ids, setIds] = useLocalStorage<string[]>({ key, defaultValue: [] });
  const { data, load } = useLoaded<{ tabs: CaseTab[] }>('case-tabs');
  useEffect(() => {
    setIds((now) => withTab(now, openId));
  }, [openId, setIds]);
  const wanted = withTab(ids, openId)
    .map((id) => `id=${id}`)
    .join('&');
  useEffect(() => void load(`${home}/case-tabs?${wanted}`), [home, wanted, load]);
  const tabs = data?.tabs ?? [];
  return {
    tabs: withTab(ids, openId).flatMap((id) => tabs.find((tab) => tab.id === id) ?? []),
    close: (id: string) => setIds((now) => now.filter((one) => one !== id)),
  };
}

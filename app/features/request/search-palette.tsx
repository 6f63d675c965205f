import { Kbd } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { pageDeed, useShownKey } from '#app/components/use-keys.ts';
import { KnowledgeActions } from '#app/features/knowledge/knowledge-actions.tsx';
import { useKnowledgeSearch } from '#app/features/knowledge/use-knowledge-search.ts';
import { type KeyName, keyNamesFor } from '#app/platform/key-map.ts';
import { useDeskTools } from './desk-tools.ts';
import { searchOf } from './request-query.ts';
import { RequestStateChip } from './request-state-chip.tsx';
import styles from './search-palette.module.css';
import { useSearch } from './use-search.ts';
import { useSubjectText } from './use-subject-text.ts';

const [store, palette] = createSpotlight();
export const openPalette = palette.open;

/** Search over subscribers and requests, and every command with its key. */
export function SearchPalette() {
  const { t } = useTranslation('desk');
  const [query, setQuery] = useState('');
  const { found, isStale } = useSearch(query);
  const knowledge = useKnowledgeSearch(query, null, 'palette');
  const commands = useCommands(query);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isStale) markFirst(list.current);
  });
  const answers = found.lines.length + found.requests.length + knowledge.found.hits.length;
  const isEmpty = answers + commands.length === 0;
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      title={t('search.title')}
      classNames={{ header: styles.title }}
      maxHeight={420}
      lockScroll={false}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      transitionProps={{ duration: 100 }}
    >
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search.title')}
        leftSection={<IconSearch size={16} />}
      />
      <Spotlight.ActionsList ref={list} aria-busy={isStale}>
        <Lines lines={found.lines} />
        <Requests requests={found.requests} />
        <KnowledgeActions {...knowledge} />
        <Spotlight.ActionsGroup label={t('search.commands')}>
          {commands.map(({ label, shown, run }) => (
            <Spotlight.Action
              key={label}
              label={label}
              onClick={run}
              rightSection={<Kbd size="xs">{shown}</Kbd>}
            />
          ))}
        </Spotlight.ActionsGroup>
        {isEmpty && !isStale ? <Spotlight.Empty>{t('search.empty')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Mantine marks the first line as one types; what the server finds comes later, and Enter must open it too. */
function markFirst(list: HTMLElement | null) {
  if (list?.querySelector('[data-selected]')) return;
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
}

function Lines({ lines }: { lines: ReturnType<typeof useSearch>['found']['lines'] }) {
  const { t } = useTranslation('desk');
  const { home, carrierTitle } = useDesk();
  const navigate = useNavigate();
  if (!lines.length) return null;
  return (
    <Spotlight.ActionsGroup label={t('search.subscribers')}>
      {lines.map((line) => (
        <Spotlight.Action
          key={line.lineId}
          label={line.name}
          description={`${line.maskedNumber} · ${carrierTitle(line.carrier)} · ${line.contractNumber}`}
          rightSection={line.lineCount > 1 ? t('search.lines', { count: line.lineCount }) : null}
          onClick={() => navigate(`${home}/lines/${line.lineId}`)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Requests({ requests }: { requests: ReturnType<typeof useSearch>['found']['requests'] }) {
  const { t } = useTranslation(['desk', 'request']);
  const { home } = useDesk();
  const navigate = useNavigate();
  const subjectText = useSubjectText();
  if (!requests.length) return null;
  return (
    <Spotlight.ActionsGroup label={t('search.requests')}>
      {requests.map((request) => (
        <Spotlight.Action
          key={request.requestId}
          label={t('request:number', { number: request.number })}
          description={[
            t(`request:kind.${request.kind}`),
            subjectText(request.subject),
            request.name,
            request.maskedNumber,
          ]
            .filter(Boolean)
            .join(' · ')}
          rightSection={<RequestStateChip state={request.state} />}
          dimmedSections={false}
          onClick={() => navigate(`${home}/requests/${request.requestId}`)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** Moving about a list is for the keys themselves. */
function isPageKey(name: KeyName): boolean {
  return !['next', 'previous', 'back', 'select', 'search', 'palette'].includes(name);
}

function useCommands(query: string) {
  const { t } = useTranslation('desk');
  const { home, may } = useDesk();
  const tools = useDeskTools();
  const navigate = useNavigate();
  const shownKey = useShownKey();
  const deeds: Partial<Record<KeyName, () => void>> = {
    newRequest: () => tools.startRequest(),
    goRequests: () => navigate(`${home}/requests`),
    goNeedsPerson: () => navigate(`${home}/requests${searchOf({ states: ['manual'] })}`),
    goKnowledge: () => navigate(`${home}/knowledge`),
    goBatches: () => navigate(`${home}/batches`),
    sheet: tools.showKeys,
    contact: tools.logContact,
    goCases: () => navigate(`${home}/cases`),
    goNotices: () => navigate(`${home}/notices`),
  };
  const wanted = query.trim().toLowerCase();
  return keyNamesFor(may).flatMap((name) => {
    const run = deeds[name] ?? (isPageKey(name) ? pageDeed(name) : undefined);
    const label = t(`keys.${name}`);
    return run && label.toLowerCase().includes(wanted) ? [{ label, shown: shownKey(name), run }] : [];
  });
}

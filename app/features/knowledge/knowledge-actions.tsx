import { Spotlight } from '@mantine/spotlight';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { hitPath } from './hit-path.ts';
import type { useKnowledgeSearch } from './use-knowledge-search.ts';

const mostInPalette = 4;

/** What the knowledge answers, among the other things one searches for from anywhere. */
export function KnowledgeActions({ found, searchId }: ReturnType<typeof useKnowledgeSearch>) {
  const { t } = useTranslation('knowledge');
  const { home, carrierTitle } = useDesk();
  const navigate = useNavigate();
  if (found.hits.length === 0) return null;
  const open = (path: string) => navigate(`${home}/knowledge${path}`, { state: { searchId: searchId() } });
  return (
    <Spotlight.ActionsGroup label={t('title')}>
      {found.hits.slice(0, mostInPalette).map((hit) => (
        <Spotlight.Action
          key={`${hit.kind} ${hit.carrier} ${hit.ref}`}
          label={hit.title.map(({ text }) => text).join('')}
          rightSection={hit.carrier ? carrierTitle(hit.carrier) : null}
          onClick={() => open(hitPath(hit, found.query))}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

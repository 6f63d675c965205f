import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseQuery } from '#app/features/case/case-query.ts';
import { useFoundCases } from '#app/features/case/use-found-cases.ts';
import type { Selection } from '#app/features/request/use-selection.ts';
import styles from './bulk-bar.module.css';
import { BulkDialog } from './bulk-dialog.tsx';
import { beginBulk } from './bulk-job.ts';
import { BulkProgress } from './bulk-progress.tsx';
import { useBulkJob } from './use-bulk-job.ts';

type BarProps = { selection: Selection; query: CaseQuery; hasMore: boolean };
type Type = 'assign' | 'priority' | 'topic' | 'solve';
const types: Type[] = ['assign', 'priority', 'topic', 'solve'];

/** What can be done with the selected cases at once, and how far it has got. */
export function BulkBar({ selection, query, hasMore }: BarProps) {
  const { t } = useTranslation('case');
  const { job, setJob } = useBulkJob();
  const [type, setType] = useState<Type | null>(null);
  const found = useFoundCases(query);
  const ids = found.ids ?? [...selection.ids];
  const clear = () => {
    found.forget();
    selection.clear();
  };
  if (job) return <BulkProgress job={job} onChange={setJob} />;
  if (selection.ids.size === 0) return null;
  const selected = t('bulk.selected', { count: ids.length });
  return (
    <Group className={styles.bar} role="region" aria-label={selected} gap={6}>
      <Text fw={600}>{selected}</Text>
      {types.map((one) => (
        <Button key={one} variant="default" onClick={() => setType(one)}>
          {t(`bulk.${one}`)}
        </Button>
      ))}
      {hasMore && !found.ids ? (
        <Button variant="subtle" loading={found.isReading} onClick={found.read}>
          {t('bulk.all')}
        </Button>
      ) : null}
      <Button variant="subtle" onClick={clear}>
        {t('bulk.clear')}
      </Button>
      {type ? (
        <BulkDialog
          type={type}
          count={ids.length}
          onClose={() => setType(null)}
          onStart={(what, deed) => {
            setType(null);
            setJob(beginBulk(what, deed, ids));
            clear();
          }}
        />
      ) : null}
    </Group>
  );
}

import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#app/platform/http-errors.ts';
import styles from './bulk-bar.module.css';
import { type BulkJob, nextPiece, undoBulk } from './bulk-job.ts';

type ProgressProps = { job: BulkJob; onChange(job: BulkJob | null): void };

/** How far a deed on many cases has got, what refused, and the way back. */
export function BulkProgress({ job, onChange }: ProgressProps) {
  const { t } = useTranslation(['case', 'errors']);
  const answered = job.done + job.failures.length;
  const isOver = nextPiece(job) === null;
  const reason = (code: string) => t(`errors:${code as Extract<ErrorCode, 'conflict'>}`);
  return (
    <div className={styles.bar} role="status">
      <Group gap={8}>
        <Text fw={600}>{job.what}</Text>
        <Text>{t('bulk.progress', { done: job.done, all: job.all })}</Text>
        {job.failures.length ? (
          <Text c="red">{t('bulk.refused', { count: job.failures.length })}</Text>
        ) : null}
        <Group gap={6} ml="auto">
          {isOver ? null : (
            <Button variant="default" onClick={() => onChange({ ...job, isPaused: !job.isPaused })}>
              {job.isPaused ? t('bulk.resume') : t('bulk.pause')}
            </Button>
          )}
          {job.undo.length && (isOver || job.isPaused) ? (
            <Button variant="default" onClick={() => onChange(undoBulk(job, t('bulk.mixed')))}>
              {t('bulk.undo')}
            </Button>
          ) : null}
          {isOver || job.isPaused ? (
            <Button variant="subtle" onClick={() => onChange(null)}>
              {t('bulk.close')}
            </Button>
          ) : null}
        </Group>
      </Group>
      <Progress mt={6} size="sm" value={(100 * answered) / Math.max(1, job.all)} aria-label={job.what} />
      {job.failures.length ? (
        <details>
          <summary>{t('bulk.details')}</summary>
          <ul className={styles.failures}>
            {job.failures.map(({ id, number, code }) => (
              <li key={id}>
                {number === null ? '' : t('number', { number })} {reason(code)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

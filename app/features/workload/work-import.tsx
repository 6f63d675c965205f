import { Button, FileInput, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './forecast-page.module.css';
import type { WorkImportFault, WorkReport } from './import-work.ts';

type Answer = { report: WorkReport } | { fault: Exclude<WorkImportFault, { code: 'forbidden' }> };
const shown = 20;

/** Takes in call records from a file, and says of every row that was not taken why. */
export function WorkImport() {
  const { t } = useTranslation('workload');
  const { workplace } = useDesk();
  const fetcher = useFetcher<Answer>();
  const [file, setFile] = useState<File | null>(null);
  const send = () => {
    if (!file) return;
    const form = new FormData();
    form.set('file', file);
    const action = `/t/${workplace.slug}/plan/forecast/records`;
    void fetcher.submit(form, { method: 'post', encType: 'multipart/form-data', action });
  };
  return (
    <Section title={t('import.title')} note={t('import.note')}>
      <Group align="end">
        <FileInput
          label={t('import.file')}
          accept=".csv,text/csv,text/plain"
          value={file}
          onChange={setFile}
          miw={260}
        />
        <Button variant="default" onClick={send} disabled={!file} loading={fetcher.state !== 'idle'}>
          {t('import.send')}
        </Button>
      </Group>
      <div role="status">{fetcher.data ? <Came answer={fetcher.data} /> : null}</div>
    </Section>
  );
}

function Came({ answer }: { answer: Answer }) {
  const { t } = useTranslation('workload');
  if ('fault' in answer) return <Text c="red">{t(`import.refused.${answer.fault.code}`)}</Text>;
  if (!('report' in answer)) return null;
  const { rejections, taken, rejected } = answer.report;
  return (
    <>
      <Text>{t('import.done', { taken, rejected })}</Text>
      <ul className={styles.list}>
        {rejections.slice(0, shown).map(({ row, why }) => (
          <li key={row}>{t('import.row', { row, why: t(`import.why.${why}`) })}</li>
        ))}
        {rejected > shown ? <li>{t('import.more', { rest: rejected - shown })}</li> : null}
      </ul>
    </>
  );
}

import { Button, FileInput, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './churn-page.module.css';
import type { DepartureReport, ImportFault } from './import-departures.ts';

type Answer = { report: DepartureReport } | { fault: Exclude<ImportFault, { code: 'forbidden' }> };
const shown = 20;

/** Takes in a list of departures from a file, and says of every row that was not taken why. */
export function DepartureImport() {
  const { t } = useTranslation('churn');
  const { workplace } = useDesk();
  const fetcher = useFetcher<Answer>();
  const [file, setFile] = useState<File | null>(null);
  const send = () => {
    if (!file) return;
    const form = new FormData();
    form.set('file', file);
    const action = `/t/${workplace.slug}/plan/churn/departures`;
    void fetcher.submit(form, { method: 'post', encType: 'multipart/form-data', action });
  };
  return (
    <Section title={t('import.title')} note={t('import.note')}>
      <Group align="end">
        <FileInput
          label={t('import.file')}
          placeholder={t('import.choose')}
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
  const { t } = useTranslation('churn');
  if ('fault' in answer) {
    const { fault } = answer;
    const columns = fault.code === 'too-many-columns' ? fault.columns : 0;
    return <Text c="red">{t(`import.refused.${fault.code}`, { columns })}</Text>;
  }
  const { rejections, ...counts } = answer.report;
  const rest = counts.rejected - Math.min(shown, rejections.length);
  return (
    <>
      <Text>{t('import.done', counts)}</Text>
      <ul className={styles.list}>
        {rejections.slice(0, shown).map(({ row, why }) => (
          <li key={row}>{t('import.row', { row, why: t(`import.why.${why}`) })}</li>
        ))}
        {rest > 0 ? <li>{t('import.more', { count: rest })}</li> : null}
      </ul>
    </>
  );
}

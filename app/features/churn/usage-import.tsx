import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TableUpload } from '#app/components/table-upload.tsx';
import styles from './churn-page.module.css';
import type { UsageImportFault, UsageReport } from './import-usage.ts';

type Answer = { report: UsageReport } | { fault: Exclude<UsageImportFault, { code: 'forbidden' }> };
const shown = 20;

/** Takes in what lines used from a file, and says of every row that was not taken why. */
export function UsageImport() {
  const { t } = useTranslation('churn');
  return (
    <TableUpload<Answer>
      title={t('usage.title')}
      note={t('usage.note')}
      words={{ file: t('import.file'), choose: t('import.choose'), send: t('import.send') }}
      path="plan/churn/usage"
      tell={(answer) => <Came answer={answer} />}
    />
  );
}

function Came({ answer }: { answer: Answer }) {
  const { t } = useTranslation('churn');
  if ('report' in answer) return <Taken report={answer.report} />;
  const { fault } = answer;
  const told = {
    columns: fault.code === 'too-many-columns' ? fault.columns : 0,
    name: fault.code === 'header-not-found' ? fault.name : '',
    row: fault.code === 'csv-broken' ? fault.row : 0,
  };
  return (
    <>
      <Text c="red">{t(`usage.refused.${fault.code}`, told)}</Text>
      {fault.code === 'csv-broken' ? <Taken report={fault.report} /> : null}
    </>
  );
}

function Taken({ report: { rejections, ...counts } }: { report: UsageReport }) {
  const { t } = useTranslation('churn');
  const rest = counts.rejected - Math.min(shown, rejections.length);
  return (
    <>
      <Text>{t('usage.done', counts)}</Text>
      <ul className={styles.list}>
        {rejections.slice(0, shown).map(({ row, why }) => (
          <li key={row}>{t('import.row', { row, why: t(`usage.why.${why}`) })}</li>
        ))}
        {rest > 0 ? <li>{t('import.more', { count: rest })}</li> : null}
      </ul>
    </>
  );
}

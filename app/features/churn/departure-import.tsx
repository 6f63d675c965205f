import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TableUpload } from '#app/components/table-upload.tsx';
import styles from './churn-page.module.css';
import type { DepartureReport, ImportFault } from './import-departures.ts';

type Answer = { report: DepartureReport } | { fault: Exclude<ImportFault, { code: 'forbidden' }> };
const shown = 20;

/** Takes in a list of departures from a file, and says of every row that was not taken why. */
export function DepartureImport() {
  const { t } = useTranslation('churn');
  return (
    <TableUpload<Answer>
      title={t('import.title')}
      note={t('import.note')}
      words={{ file: t('import.file'), choose: t('import.choose'), send: t('import.send') }}
      path="plan/churn/departures"
      tell={(answer) => <Came answer={answer} />}
    />
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

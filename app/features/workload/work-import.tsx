import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TableUpload } from '#app/components/table-upload.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './forecast-page.module.css';
import type { WorkImportFault, WorkReport } from './import-work.ts';

type Answer = { report: WorkReport } | { fault: Exclude<WorkImportFault, { code: 'forbidden' }> };
const shown = 20;

/** Takes in call records from a file, and says of every row that was not taken why. */
export function WorkImport() {
  const { t } = useTranslation('workload');
  return (
    <TableUpload<Answer>
      title={t('import.title')}
      note={t('import.note')}
      words={{ file: t('import.file'), choose: t('import.choose'), send: t('import.send') }}
      path="plan/forecast/records"
      tell={(answer) => <Came answer={answer} />}
    />
  );
}

function Came({ answer }: { answer: Answer }) {
  const { t } = useTranslation('workload');
  const { carriers } = useDesk();
  if ('fault' in answer) return <Text c="red">{t(`import.refused.${answer.fault.code}`)}</Text>;
  if (!('report' in answer)) return null;
  const { rejections, taken, rejected } = answer.report;
  const known = Object.keys(carriers).join(', ');
  return (
    <>
      <Text>{t('import.done', { taken, rejected })}</Text>
      <ul className={styles.list}>
        {rejections.slice(0, shown).map(({ row, why }) => (
          <li key={row}>{t('import.row', { row, why: t(`import.why.${why}`, { known }) })}</li>
        ))}
        {rejected > shown ? <li>{t('import.more', { rest: rejected - shown })}</li> : null}
      </ul>
    </>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import styles from './cabinet.module.css';
import { CabinetList, CabinetPage } from './cabinet-page.tsx';
import { caseRowOf } from './case-row.tsx';
import type { Overview } from './read-overview.ts';
import { useCabinet } from './use-cabinet.ts';

export function CaseListPage({ cases }: { cases: Overview['openCases'] }) {
  const { t } = useTranslation('cabinet');
  const { home } = useCabinet();
  return (
    <CabinetPage title={t('nav.cases')} note={t('case.note')}>
      <div className={styles.deeds}>
        <Button component={Link} to={`${home}/cases/new`} size="md">
          {t('case.write')}
        </Button>
        <Button component={Link} to={`${home}/cases/new?kind=complaint`} size="md" variant="default">
          {t('case.complain')}
        </Button>
      </div>
      {cases.length === 0 ? (
        <NothingHere text={t('case.none')} hint={t('case.noneHint')} />
      ) : (
        <CabinetList label={t('nav.cases')}>{cases.map(caseRowOf)}</CabinetList>
      )}
    </CabinetPage>
  );
}

import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page } from '#app/components/page.tsx';
import { CalibrationTable } from './calibration-table.tsx';
import type { VisitedList } from './read-visited.ts';

/** The calibrations that the client company was asked to. */
export function VisitedListPage({ calibrations }: { calibrations: VisitedList }) {
  const { t } = useTranslation('calibration');
  return (
    <Page title={t('title')} note={t('client.note')}>
      {calibrations.length === 0 ? (
        <NothingHere text={t('client.none')} hint={t('client.noneHint')} />
      ) : (
        <CalibrationTable calibrations={calibrations} area="client" />
      )}
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { CabinetList, CabinetPage } from './cabinet-page.tsx';
import type { Overview } from './read-overview.ts';
import { requestRowOf } from './request-row.tsx';

export function RequestListPage({ requests }: { requests: Overview['openRequests'] }) {
  const { t } = useTranslation('cabinet');
  return (
    <CabinetPage title={t('nav.requests')} note={t('request.note')}>
      {requests.length === 0 ? (
        <NothingHere text={t('request.none')} hint={t('request.noneHint')} />
      ) : (
        <CabinetList label={t('nav.requests')}>{requests.map(requestRowOf)}</CabinetList>
      )}
    </CabinetPage>
  );
}

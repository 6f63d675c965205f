import { useTranslation } from 'react-i18next';
import { formatMsisdn } from '#app/features/subscriber/phone.ts';
import styles from './cabinet.module.css';
import { CabinetRow } from './cabinet-page.tsx';
import { plainStates } from './plain-states.ts';
import type { Overview } from './read-overview.ts';
import { useCabinet } from './use-cabinet.ts';

type OwnRequest = Overview['openRequests'][number];

export const requestRowOf = (request: OwnRequest) => <RequestRow key={request.id} request={request} />;

/** A request in plain words: what, for which number, where it stands. */
function RequestRow({ request }: { request: OwnRequest }) {
  const { t } = useTranslation('cabinet');
  const { format } = useCabinet();
  const { number, kind, itemName, msisdn, state, scheduledFor, createdAt } = request;
  const plain = plainStates[state];
  const what = t(`request.kind.${kind}`);
  const when = scheduledFor && plain === 'scheduled' ? format.day(scheduledFor) : '';
  return (
    <CabinetRow
      title={itemName ? `${what}: ${itemName}` : what}
      note={
        <>
          {t('request.about', { number, on: format.day(createdAt) })}{' '}
          <span className={styles.whole}>· {formatMsisdn(msisdn)}</span>
          <br />
          {t(`request.hint.${plain}`, { on: when })}
        </>
      }
      aside={
        <span className={styles.state} data-state={plain}>
          {t(`request.state.${plain}`)}
        </span>
      }
    />
  );
}

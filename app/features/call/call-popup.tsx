import { Anchor, Button } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callHeard } from '#app/components/call-heard.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import styles from './call-popup.module.css';
import type { CallInHand } from './read-calls.ts';

/** The call at this person's telephone, above whatever he does: whose it is, and what is open of theirs. */
export function CallPopup() {
  const { home } = useDesk();
  const { t } = useTranslation('channel');
  const { load, data } = useLoaded<{ calls: CallInHand[] }>();
  const [hidden, setHidden] = useState<string[]>([]);
  useEffect(() => {
    const read = () => void load(`${home}/calls`);
    read();
    return callHeard.listen(read);
  }, [home, load]);
  const call = data?.calls.find(({ contactId }) => !hidden.includes(contactId));
  return (
    <section aria-label={t('call.region')} aria-live="assertive">
      {call ? (
        <CallCard call={call} onHide={() => setHidden((before) => [...before, call.contactId])} />
      ) : null}
    </section>
  );
}

function CallCard({ call, onHide }: { call: CallInHand; onHide(): void }) {
  const { t } = useTranslation('channel');
  const { home, carrierTitle } = useDesk();
  const { name, maskedNumber, carrier, tariffName, lineId, cases, answeredAt, direction } = call;
  const line = [maskedNumber ?? t('call.hidden'), carrier && carrierTitle(carrier), tariffName];
  return (
    <div className={styles.popup}>
      <div className={styles.head}>
        <span className={styles.state}>{answeredAt ? t('call.talking') : t(`call.${direction}`)}</span>
        <Elapsed since={answeredAt ?? call.startedAt} />
      </div>
      <div className={styles.name}>{name ?? t('call.unknown')}</div>
      <div className={styles.quiet}>{line.filter(Boolean).join(' · ')}</div>
      {name ? <OpenCases cases={cases} /> : null}
      <div className={styles.foot}>
        {lineId ? (
          <Button component={Link} to={`${home}/lines/${lineId}`} size="xs">
            {t('call.card')}
          </Button>
        ) : null}
        <Button variant="default" size="xs" onClick={onHide}>
          {t('call.hide')}
        </Button>
      </div>
    </div>
  );
}

function OpenCases({ cases }: Pick<CallInHand, 'cases'>) {
  const { t } = useTranslation('channel');
  const { home } = useDesk();
  if (cases.length === 0) return <div className={styles.quiet}>{t('call.noCases')}</div>;
  return (
    <ul className={styles.cases} aria-label={t('call.openCases')}>
      {cases.map(({ id, number, subject }) => (
        <li key={id}>
          <Anchor component={Link} to={`${home}/cases/${id}`}>
            {number} · {subject}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

/** Read out once a call, not once a second. */
function Elapsed({ since }: { since: Date }) {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 1000, { autoInvoke: true });
  const seconds = Math.max(0, Math.floor((now - new Date(since).getTime()) / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span className={styles.time} aria-live="off">
      {clock}
    </span>
  );
}

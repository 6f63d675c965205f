import { Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { OutcomePicker } from '#app/components/outcome-picker.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { type CallOutcome, callOutcomes } from '#app/features/ladder/ladder.ts';
import { PromiseDialog } from '#app/features/promise/promise-dialog.tsx';
import { RevealNumber } from '#app/features/subscriber/reveal-dialog.tsx';
import factStyles from './debt-facts.module.css';
import type { CallList, ListedCall } from './read-call-list.ts';
import { useCallWords } from './use-call-words.ts';
import { useTelling } from './use-telling.ts';

type Props = { call: ListedCall; offer: CallList['offer']; today: string };

/** One call: why, how much, what may be offered; taken first, then told. */
export function CallPanel({ call, offer, today }: Props) {
  const { t } = useTranslation('debt');
  const { home, format } = useDesk();
  const words = useCallWords();
  const action = `${home}/debt/calls/${call.id}`;
  const days = t('days', { count: offer.days });
  return (
    <Stack gap="sm">
      <dl className={factStyles.facts}>
        <dt>{t('calls.owes')}</dt>
        <dd>{format.money(call.debtKopecks)}</dd>
        <dt>{t('calls.why')}</dt>
        <dd>{words.why(call)}</dd>
        <dt>{t('calls.risk')}</dt>
        <dd>
          {call.probability === null ? t('calls.noForecast') : `${Math.round(call.probability * 100)} %`}
        </dd>
        <dt>{t('calls.mayOffer')}</dt>
        <dd>
          {t('calls.offer', { days, least: format.money(call.leastKopecks) })}
          {offer.instalments > 1 ? `, ${t('calls.offerPlan', { count: offer.instalments })}` : ''}
        </dd>
        <dt>{t('calls.gate')}</dt>
        <dd>{words.gate(call)}</dd>
      </dl>
      <Anchor component={Link} to={`${home}/debts/${call.receivableId}`} size="sm">
        {t('calls.whole')}
      </Anchor>
      {call.isMine ? (
        <>
          {call.lineId ? <RevealNumber lineId={call.lineId} /> : null}
          <Outcomes call={call} days={offer.days} today={today} />
          <ActionButton action={`${action}/release`} label={t('calls.release')} variant="subtle" />
        </>
      ) : (
        <TakeButton call={call} action={action} />
      )}
    </Stack>
  );
}

function TakeButton({ call, action }: { call: ListedCall; action: string }) {
  const { t } = useTranslation('debt');
  if (call.takenBy !== null) return <Text size="sm">{t('calls.takenBy', { name: call.takenBy })}</Text>;
  if (!call.mayCall) return null;
  return <ActionButton action={`${action}/taking`} label={t('calls.take')} variant="filled" />;
}

function Outcomes({ call, days, today }: { call: ListedCall; days: number; today: string }) {
  const { t } = useTranslation('debt');
  const { home } = useDesk();
  const fetcher = useTelling();
  const fault = useFaults(fetcher.data);
  const [promisedNote, setPromisedNote] = useState<string | null>(null);
  const isPromising = promisedNote !== null;
  function tell(outcome: CallOutcome, note: string) {
    const action = `${home}/debt/calls/${call.id}/outcome`;
    void fetcher.submit({ outcome, note }, { method: 'post', action });
  }
  return (
    <>
      <OutcomePicker
        outcomes={callOutcomes}
        labelOf={(outcome) => t(`outcome.${outcome}`)}
        noteLabel={t('calls.words')}
        wanted="promised"
        isTelling={fetcher.state !== 'idle'}
        isPaused={isPromising}
        fault={fault}
        onPick={(outcome, note) => (outcome === 'promised' ? setPromisedNote(note) : tell(outcome, note))}
      />
      {isPromising ? (
        <PromiseDialog
          promised={{ ...call, days, today, openId: null }}
          onClose={() => setPromisedNote(null)}
          onMade={() => {
            setPromisedNote(null);
            tell('promised', promisedNote);
          }}
        />
      ) : null}
    </>
  );
}

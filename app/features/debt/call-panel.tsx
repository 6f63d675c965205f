import { Anchor, Button, Kbd, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { belongsElsewhere, useSingleKeys } from '#app/components/use-keys.ts';
import { type CallOutcome, callOutcomes } from '#app/features/ladder/ladder.ts';
import { PromiseDialog } from '#app/features/promise/promise-dialog.tsx';
import { RevealNumber } from '#app/features/subscriber/reveal-dialog.tsx';
import { outcomeOfKey } from './call-task.ts';
import styles from './calls-page.module.css';
import factStyles from './debt-facts.module.css';
import type { CallList, ListedCall } from './read-call-list.ts';
import { useCallWords } from './use-call-words.ts';
import { useTelling } from './use-undo-call.tsx';

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
  const [note, setNote] = useState('');
  const [isPromising, setPromising] = useState(false);
  function tell(outcome: CallOutcome) {
    const action = `${home}/debt/calls/${call.id}/outcome`;
    void fetcher.submit({ outcome, note }, { method: 'post', action });
  }
  const choose = (outcome: CallOutcome) => (outcome === 'promised' ? setPromising(true) : tell(outcome));
  useDigits(isPromising ? null : choose);
  return (
    <Stack gap="xs">
      <FormAlert text={fault('form')} />
      <Textarea
        label={t('calls.words')}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        error={fault('note')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.outcomes}>
        {callOutcomes.map((outcome, index) => (
          <Button
            key={outcome}
            variant={outcome === 'promised' ? 'filled' : 'default'}
            justify="space-between"
            rightSection={<Kbd size="xs">{index + 1}</Kbd>}
            aria-keyshortcuts={String(index + 1)}
            loading={fetcher.state !== 'idle'}
            onClick={() => choose(outcome)}
          >
            {t(`outcome.${outcome}`)}
          </Button>
        ))}
      </div>
      {isPromising ? (
        <PromiseDialog
          promised={{ ...call, days, today, openId: null }}
          onClose={() => setPromising(false)}
          onMade={() => {
            setPromising(false);
            tell('promised');
          }}
        />
      ) : null}
    </Stack>
  );
}

/** The digits on the keyboard tell the outcome, outside of fields. */
function useDigits(choose: ((outcome: CallOutcome) => void) | null) {
  const [areSingleKeysOn] = useSingleKeys();
  useEffect(() => {
    if (!choose || !areSingleKeysOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || belongsElsewhere(event)) return;
      const outcome = outcomeOfKey(event.code);
      if (!outcome) return;
      event.preventDefault();
      choose(outcome);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}

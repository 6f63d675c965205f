import { Button, NativeSelect, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import { decideGoodwill, type GoodwillKind, goodwillKinds } from './goodwill.ts';
import type { readPowers } from './read-goodwill.ts';

type Powers = Awaited<ReturnType<typeof readPowers>>;

/** An agent's own decision in the subscriber's favour; says before it is made whether he may make it alone. */
export function GoodwillDialog({ caseId, onClose }: { caseId: string; onClose(): void }) {
  const { t } = useTranslation('goodwill');
  const { home } = useDesk();
  const address = `${home}/cases/${caseId}/goodwill`;
  const powers = useLoaded<Powers>();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [formToken] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<GoodwillKind>('credit');
  const [roubles, setRoubles] = useState<number | string>(0);
  const [reason, setReason] = useState('');
  const amountKopecks = Math.round(Number(roubles) * 100);
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the dialog opens
  useEffect(() => void powers.load(address), [address]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed once, by the answer
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone]);
  const state = powers.data ? decideGoodwill(amountKopecks, powers.data.spent, powers.data.budget) : 'asked';
  return (
    <Dialog title={t('give')} onClose={onClose} holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { formToken, kind, amountKopecks, reason };
          void fetcher.submit(body, { method: 'post', action: address, encType: 'application/json' });
        }}
      >
        <FormAlert text={fault('form')} />
        <NativeSelect
          data-autofocus
          label={t('what')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as GoodwillKind)}
          data={goodwillKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <NumberInput
          label={t('amount')}
          description={t('amountHint')}
          min={0}
          max={100_000}
          decimalScale={2}
          value={roubles}
          error={fault('amountKopecks')}
          onChange={setRoubles}
        />
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          rows={3}
          value={reason}
          error={fault('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {powers.data ? <PowersNote {...powers.data} isOwn={state === 'decided'} /> : null}
        <Button type="submit" loading={fetcher.state !== 'idle'} disabled={!powers.data}>
          {t(state === 'decided' ? 'decide' : 'ask')}
        </Button>
      </Stack>
    </Dialog>
  );
}

function PowersNote({ budget, spent, isOwn }: Powers & { isOwn: boolean }) {
  const { t } = useTranslation('goodwill');
  const { format } = useDesk();
  if (!budget) return <Text size="sm">{t('noBudget')}</Text>;
  const month = format.money(budget.agentMonthKopecks - spent.agentMonthKopecks);
  const inCase = format.money(budget.caseKopecks - spent.caseKopecks);
  return (
    <Text size="sm" {...(isOwn ? { c: 'dimmed' } : {})} aria-live="polite">
      {t(isOwn ? 'withinBudget' : 'aboveBudget', { month, case: inCase })}
    </Text>
  );
}

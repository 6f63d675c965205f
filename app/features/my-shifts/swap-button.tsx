import { Button, List, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import { useSpan } from '#app/components/use-span.ts';
import type { BrokenRule } from './life-refusal.ts';

type Choice = { id: string; name: string; date: string; startsAt: Date; endsAt: Date };
type Found = { choices: Choice[]; barred: { rule: BrokenRule; shifts: number }[] };

/** Gives a shift away, or offers it for a colleague's: only those are listed that the law allows. */
export function SwapButton({ shiftId, about }: { shiftId: string; about: string }) {
  const { t } = useTranslation('life');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={`${t('giveOrSwap')}: ${about}`}
        onClick={() => setOpen(true)}
      >
        {t('giveOrSwap')}
      </Button>
      {isOpen ? <OfferDialog shiftId={shiftId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function OfferDialog({ shiftId, onClose }: { shiftId: string; onClose(): void }) {
  const { t } = useTranslation('life');
  const { home, format } = useDesk();
  const span = useSpan();
  const action = `${home}/shifts/told/${shiftId}`;
  const { data, load } = useLoaded<Found>();
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const [id] = useState(() => crypto.randomUUID());
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when it opens
  useEffect(() => void load(`${action}/swaps`), [action]);
  const isDone = fetcher.state === 'idle' && fetcher.data?.done !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed once, by the answer
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone]);
  const choices = (data?.choices ?? []).map((one) => ({
    value: one.id,
    label: `${one.name}, ${format.date(one.date)}, ${span(one.startsAt, one.endsAt)}`,
  }));
  return (
    <Dialog title={t('giveOrSwap')} onClose={onClose}>
      <fetcher.Form method="post" action={`${action}/offers`}>
        <Stack gap="sm">
          <FormAlert text={fault('form')} />
          <input type="hidden" name="id" value={id} />
          <NativeSelect
            data-autofocus
            name="wantedShiftId"
            label={t('swapFor')}
            description={data ? t(choices.length === 0 ? 'swapNone' : 'swapLegal') : t('swapLooks')}
            data={[{ value: '', label: t('giveOnly') }, ...choices]}
          />
          {data ? <Barred barred={data.barred} /> : null}
          <TextInput name="reason" label={t('comment')} maxLength={300} error={fault('reason')} />
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('giveSure')}
          </Button>
        </Stack>
      </fetcher.Form>
    </Dialog>
  );
}

/** Why shifts of colleagues are not in the list. */
function Barred({ barred }: Pick<Found, 'barred'>) {
  const { t } = useTranslation('life');
  const { t: tError } = useTranslation('errors');
  if (barred.length === 0) return null;
  return (
    <details>
      <summary>{t('swapBarred')}</summary>
      <List size="sm">
        {barred.map(({ rule, shifts }) => (
          <List.Item key={rule}>
            {tError(`broken-${rule}`)}: {t('shiftCount', { count: shifts })}
          </List.Item>
        ))}
      </List>
    </details>
  );
}

import { Button, Group, NativeSelect, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { type PlanPace, planPaces, scheduleOf } from './instalment-plan.ts';

type Offered = { receivableId: string; debtKopecks: number; most: number; today: string };

/** Agrees instalments; the schedule that would be agreed stands below the fields. */
export function PlanDialog({ offered, onClose }: { offered: Offered; onClose(): void }) {
  const { t } = useTranslation('debt');
  const { home } = useDesk();
  const { receivableId, debtKopecks, most, today } = offered;
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [formToken] = useState(() => crypto.randomUUID());
  const [count, setCount] = useState<number | string>(Math.min(3, most));
  const [firstOn, setFirstOn] = useState(today);
  const [pace, setPace] = useState<PlanPace>('month');
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed once, by the answer
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone]);
  return (
    <Dialog title={t('plan.agree')} onClose={onClose} holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          const action = `${home}/debts/${receivableId}/plans`;
          const body = { formToken, count: Number(count), firstOn, pace };
          void fetcher.submit(body, { method: 'post', action, encType: 'application/json' });
        }}
      >
        <FormAlert text={fault('form')} />
        <Text size="sm" c="dimmed">
          {t('plan.limits', { most })}
        </Text>
        <Group gap="xs" align="flex-start">
          <NumberInput
            data-autofocus
            label={t('plan.count')}
            w={80}
            min={2}
            max={36}
            value={count}
            error={fault('count')}
            onChange={setCount}
          />
          <TextInput
            type="date"
            label={t('plan.firstOn')}
            min={today}
            required
            value={firstOn}
            error={fault('firstOn') ?? fault('on')}
            onChange={(event) => setFirstOn(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('plan.paceLabel')}
            style={{ flex: 1 }}
            value={pace}
            onChange={(event) => setPace(event.currentTarget.value as PlanPace)}
            data={planPaces.map((value) => ({ value, label: t(`plan.pace.${value}`) }))}
          />
        </Group>
        <Schedule kopecks={debtKopecks} count={Number(count)} firstOn={firstOn} pace={pace} />
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t('plan.agree')}
        </Button>
      </Stack>
    </Dialog>
  );
}

type ScheduleProps = { kopecks: number; count: number; firstOn: string; pace: PlanPace };

function Schedule({ kopecks, count, firstOn, pace }: ScheduleProps) {
  const { t } = useTranslation('debt');
  const { format } = useDesk();
  if (!(count >= 2 && count <= 36) || !firstOn) return null;
  return (
    <Table aria-label={t('plan.schedule')} verticalSpacing={2}>
      <Table.Tbody>
        {scheduleOf(kopecks, { count, firstOn, pace }).map((part) => (
          <Table.Tr key={part.on}>
            <Table.Td>{format.fullDay(new Date(part.on))}</Table.Td>
            <Table.Td ta="right">{format.money(part.kopecks)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

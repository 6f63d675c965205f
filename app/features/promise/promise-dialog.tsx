import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';

export type Promised = {
  receivableId: string;
  debtKopecks: number;
  leastKopecks: number;
  /** How many days ahead this person may go. */
  days: number;
  today: string;
  /** The promise that this one would replace. */
  openId: string | null;
};
type Draft = { on: string; roubles: number | string; key: string };

const mostParts = 6;

/** Takes a promise to pay, in one part or several; says before how far this person may go. */
export function PromiseDialog({
  promised,
  onClose,
  onMade,
}: {
  promised: Promised;
  onClose(): void;
  onMade?(): void;
}) {
  const { t } = useTranslation('debt');
  const { home, format } = useDesk();
  const { receivableId, debtKopecks, leastKopecks, days, today, openId } = promised;
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const [formToken] = useState(() => crypto.randomUUID());
  const [parts, setParts] = useState<Draft[]>(() => [draft(addDays(today, Math.min(3, days)), debtKopecks)]);
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, by the answer
  useEffect(() => {
    if (isDone) (onMade ?? onClose)();
  }, [isDone]);
  const submit = () => {
    const told = parts.map(({ on, roubles }) => ({ on, kopecks: Math.round(Number(roubles) * 100) }));
    const action = `${home}/debts/${receivableId}/promises`;
    const body = { formToken, parts: told, replaces: openId };
    void fetcher.submit(body, { method: 'post', action, encType: 'application/json' });
  };
  const sum = parts.reduce((all, { roubles }) => all + Math.round(Number(roubles) * 100), 0);
  return (
    <Dialog title={t(openId ? 'promise.replace' : 'promise.take')} onClose={onClose} holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FormAlert text={fault('form')} />
        <Text size="sm" c="dimmed">
          {t('promise.limits', {
            least: format.money(leastKopecks),
            debt: format.money(debtKopecks),
            until: format.day(new Date(addDays(today, days))),
          })}
        </Text>
        <PartFields parts={parts} onChange={setParts} fault={fault} today={today} />
        <Group justify="space-between">
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            disabled={parts.length >= mostParts}
            onClick={() => setParts([...parts, draft(addDays(parts.at(-1)?.on || today, 7), 0)])}
          >
            {t('promise.addPart')}
          </Button>
          <Text size="sm" aria-live="polite">
            {t('promise.sum', { sum: format.money(sum) })}
          </Text>
        </Group>
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t(openId ? 'promise.replace' : 'promise.take')}
        </Button>
      </Stack>
    </Dialog>
  );
}

function draft(on: string, kopecks: number): Draft {
  return { on, roubles: kopecks / 100, key: crypto.randomUUID() };
}

type FieldsProps = {
  parts: Draft[];
  onChange(parts: Draft[]): void;
  fault(field: string): string | undefined;
  today: string;
};

function PartFields({ parts, onChange, fault, today }: FieldsProps) {
  const { t } = useTranslation('debt');
  const change = (index: number, over: Partial<Draft>) =>
    onChange(parts.map((part, at) => (at === index ? { ...part, ...over } : part)));
  return parts.map(({ on, roubles, key }, index) => (
    <Group key={key} gap="xs" align="flex-start" wrap="nowrap">
      <TextInput
        {...(index === 0 ? { 'data-autofocus': true } : {})}
        type="date"
        label={t('promise.on')}
        min={today}
        required
        value={on}
        error={index === parts.length - 1 ? fault('on') : undefined}
        onChange={(event) => change(index, { on: event.currentTarget.value })}
      />
      <NumberInput
        label={t('promise.roubles')}
        min={0}
        decimalScale={2}
        hideControls
        style={{ flex: 1 }}
        value={roubles}
        error={index === parts.length - 1 ? fault('kopecks') : undefined}
        onChange={(value) => change(index, { roubles: value })}
      />
      {parts.length > 1 ? (
        <ActionIcon
          mt={24}
          variant="subtle"
          aria-label={t('promise.removePart')}
          onClick={() => onChange(parts.filter((part) => part.key !== key))}
        >
          <IconX size={14} />
        </ActionIcon>
      ) : null}
    </Group>
  ));
}

import { Button, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFocusOnFault } from '#app/components/use-faults.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import { instantInZone } from '#app/platform/format.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import type { ChosenLine } from './desk-tools.ts';
import type { Draft } from './draft-request.ts';
import type { Choices } from './list-choices.ts';
import { PayloadFields } from './payload-fields.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { type RequestKind, requestKinds } from './request.ts';
import { TextField } from './text-field.tsx';
import { useKeptForm } from './use-kept-form.ts';

/** What was asked for, with the carrier's answer. `item`: the chosen option or plan, by its name. */
export type AskedFor = { draft: Draft; kind: RequestKind; item: string | null; scheduledFor: Date | null };
type Answer = ({ draft: Draft } & { error?: undefined; faults?: undefined }) | Refused;
type Values = Record<string, string>;

type RequestFieldsProps = { line: ChosenLine; onChangeLine(): void; onDrafted(asked: AskedFor): void };

/** What to do on the line. Sends it for the carrier's terms; nothing is carried out yet. */
export function RequestFields({ line, onChangeLine, onDrafted }: RequestFieldsProps) {
  const { t } = useTranslation(['desk', 'request']);
  const { carrierTitle, workplace } = useDesk();
  const { form, keep } = useKeptForm(line.lineId);
  const { kind, values, isLater } = form;
  const setValue = (field: string, value: string) =>
    keep((before) => ({ ...before, values: { ...before.values, [field]: value } }));
  const choices = useChoices(line, kind);
  const { fetcher, ask } = useDraft(line, onDrafted);
  const faults = fetcher.data?.faults ?? {};
  useFocusOnFault(fetcher.data);
  const isAsking = fetcher.state !== 'idle';
  const carrier = carrierTitle(line.carrier);

  function submit(event: FormEvent) {
    event.preventDefault();
    const scheduledFor = isLater ? instantInZone(values.when ?? '', workplace.timeZone) : null;
    ask({ kind, values, isLater, scheduledFor, item: itemName(choices?.items, values) });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <div style={{ minWidth: 0 }}>
            <Text truncate fw={600}>
              {line.name}
            </Text>
            <Text c="dimmed">
              {line.maskedNumber} · {carrier}
            </Text>
          </div>
          <Button variant="subtle" size="compact-xs" flex="none" onClick={onChangeLine}>
            {t('create.changeLine')}
          </Button>
        </Group>
        <Select
          label={t('create.kind')}
          data={requestKinds.map((value) => ({ value, label: t(`request:kind.${value}`) }))}
          value={kind}
          allowDeselect={false}
          data-autofocus
          onChange={(value) => {
            keep({ ...form, kind: requestKinds.find((known) => known === value) ?? kind, values: {} });
          }}
        />
        {choices?.byPerson ? <Text c="dimmed">{t('create.byPerson')}</Text> : null}
        <PayloadFields
          kind={kind}
          values={values}
          faults={faults}
          choices={choices}
          carrier={carrier}
          onChange={setValue}
        />
        <Switch
          label={t('create.later')}
          checked={isLater}
          onChange={(event) => keep({ ...form, isLater: event.currentTarget.checked })}
        />
        {isLater ? (
          <TextField
            type="datetime-local"
            label={t('create.when', { zone: workplace.timeZone })}
            name="scheduledFor"
            fault={faults.scheduledFor}
            value={values.when ?? ''}
            onChange={(when) => setValue('when', when)}
          />
        ) : null}
        {fetcher.data?.error && !isAsking ? <RefusalNote error={fetcher.data.error} /> : null}
        <Button type="submit" loading={isAsking} fullWidth size="sm">
          {choices?.byPerson ? t('create.checkByHand') : t('create.check', { carrier })}
        </Button>
      </Stack>
    </form>
  );
}

function itemName(items: Choices['items'] | undefined, values: Values): string | null {
  return items?.find(({ code }) => code === (values.optionCode ?? values.tariffCode))?.name ?? null;
}

/** What the carrier offers for this kind, asked once a line and kind. */
function useChoices(line: ChosenLine, kind: RequestKind): Choices | undefined {
  const { home } = useDesk();
  const { load, data } = useLoaded<Choices & { kind: RequestKind }>(`choices:${line.lineId}`);
  useEffect(() => {
    load(`${home}/lines/${line.lineId}/choices?kind=${kind}`);
  }, [load, home, line.lineId, kind]);
  return data?.kind === kind ? data : undefined;
}

type Asking = Omit<AskedFor, 'draft'> & { values: Values; isLater: boolean };

function useDraft(line: ChosenLine, onDrafted: (asked: AskedFor) => void) {
  const { home } = useDesk();
  const fetcher = useFetcher<Answer>();
  const asking = useRef<Asking | null>(null);
  // One form is one token; asking for something else is another form.
  const token = useRef({ body: '', formToken: '' });
  useEffect(() => {
    const draft = fetcher.data && 'draft' in fetcher.data ? fetcher.data.draft : undefined;
    if (fetcher.state !== 'idle' || !draft || !asking.current) return;
    const { kind, item, scheduledFor } = asking.current;
    asking.current = null;
    onDrafted({ draft, kind, item, scheduledFor });
  }, [fetcher.state, fetcher.data, onDrafted]);

  function ask(next: Asking) {
    const { when: _, ...fields } = next.values;
    const scheduledFor = next.isLater ? (next.scheduledFor?.toISOString() ?? '') : null;
    const body = {
      payload: { kind: next.kind, ...fields },
      ...(scheduledFor === null ? {} : { scheduledFor }),
    };
    const text = JSON.stringify(body);
    if (token.current.body !== text) token.current = { body: text, formToken: crypto.randomUUID() };
    asking.current = next;
    fetcher.submit(
      { ...body, formToken: token.current.formToken },
      { method: 'post', action: `${home}/lines/${line.lineId}/requests`, encType: 'application/json' },
    );
  }
  return { fetcher, ask };
}

import { useDebouncedValue, useSessionStorage } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { Choices } from '#app/features/request/list-choices.ts';
import type { RequestKind } from '#app/features/request/request.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import type { BatchReject } from './batch.ts';
import type { CreatedBatch } from './create-batch.ts';

type Form = {
  title: string;
  list: string;
  carrier: string;
  kind: RequestKind;
  values: Record<string, string>;
};
type Plan = { accepted: number; rejects: BatchReject[] };
type Never = { error?: undefined; faults?: undefined };
const json = { method: 'post', encType: 'application/json' } as const;

/** The form of a new batch: what is filled in, the carrier's choices, the plan, and the batch once it is made. */
export function useNewBatch() {
  const { home, carriers, format, person } = useDesk();
  // Kept in this tab: a session that ends in the middle of it loses nothing.
  const [form, setForm, forget] = useSessionStorage<Form>({
    key: `pult-batch:${person.email}:${home}`,
    defaultValue: {
      title: '',
      list: '',
      carrier: Object.keys(carriers)[0] ?? '',
      kind: 'option.connect',
      values: {},
    },
  });
  // Sent twice, it makes one batch.
  const id = useRef(crypto.randomUUID());
  const planning = useFetcher<({ plan: Plan } & Never) | Refused>();
  const creating = useFetcher<({ created: CreatedBatch } & Never) | Refused>();
  const [planned, setPlanned] = useState<Form | null>(null);
  const { choices, needsChoices, refusal } = useBatchChoices(form);
  const change = { kind: form.kind, ...form.values };
  const body = { carrier: form.carrier, list: form.list, change };
  const answer = creating.data ?? planning.data;
  const isChecking = planning.state !== 'idle';
  const created = creating.data && 'created' in creating.data ? creating.data.created : undefined;
  const plan = planning.data && 'plan' in planning.data ? planning.data.plan : undefined;
  return {
    form,
    edit: (part: Partial<Form>) => setForm((before) => ({ ...before, ...part })),
    choices,
    needsChoices,
    check() {
      setPlanned(form);
      planning.submit(body, { ...json, action: `${home}/batches/plan` });
    },
    create: () =>
      creating.submit(
        { ...body, id: id.current, title: form.title.trim() || format.moment(new Date()) },
        { ...json, action: `${home}/batches/new` },
      ),
    isChecking,
    isCreating: creating.state !== 'idle',
    faults: answer?.faults ?? {},
    error: answer?.error ?? refusal,
    hasNoChoices: refusal !== undefined,
    /** Shown only while it is the plan of what is filled in. */
    plan: planned === form && !isChecking ? plan : undefined,
    createdId: created?.id,
    forget,
  };
}

const typingMs = 400;

function useBatchChoices({ carrier, kind, list }: Form): {
  choices: Choices | undefined;
  needsChoices: boolean;
  refusal: Refused['error'];
} {
  const { home } = useDesk();
  const { submit, data } = useFetcher<({ choices: Choices } & Never) | Refused>();
  const needsChoices = kind === 'option.connect' || kind === 'option.disconnect' || kind === 'tariff.change';
  const [text] = useDebouncedValue(list, typingMs);
  const hasList = text.trim() !== '';
  useEffect(() => {
    if (needsChoices && hasList)
      submit({ carrier, kind, list: text }, { ...json, action: `${home}/batches/choices` });
  }, [needsChoices, hasList, carrier, kind, text, home, submit]);
  const answer = needsChoices && hasList ? data : undefined;
  const choices = answer && 'choices' in answer ? answer.choices : undefined;
  return { choices, needsChoices, refusal: answer?.error };
}

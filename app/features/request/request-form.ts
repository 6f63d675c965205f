import { z } from 'zod';
import { type Faults, faultsOf } from '#app/platform/form.ts';
import type { DraftInput } from './draft-request.ts';
import { Payload } from './request.ts';

const DraftForm = z.strictObject({
  formToken: z.uuid(),
  scheduledFor: z.iso.datetime().optional(),
  payload: z.looseObject({ kind: z.string() }),
});

export type ReadDraft = { ok: true; value: Omit<DraftInput, 'lineId'> } | { ok: false; faults: Faults };

/** Reads the form of a new request; what cannot be read is named by its field. */
export function readDraftForm(body: unknown): ReadDraft {
  const form = DraftForm.safeParse(body);
  if (!form.success) return { ok: false, faults: faultsOf(form.error.issues) };
  const payload = Payload.safeParse(form.data.payload);
  if (!payload.success) return { ok: false, faults: faultsOf(issuesOfKind(payload.error.issues)) };
  const { formToken, scheduledFor } = form.data;
  const value = { formToken, payload: payload.data };
  return { ok: true, value: scheduledFor ? { ...value, scheduledFor: new Date(scheduledFor) } : value };
}

type Issue = z.core.$ZodIssue;

/** A union names the faults of every member; those of the member with the right kind are the person's. */
function issuesOfKind(issues: readonly Issue[]): readonly Issue[] {
  const [issue] = issues;
  if (issue?.code !== 'invalid_union') return issues;
  const named = issue.errors.find((faults) => faults.every(({ path }) => path[0] !== 'kind'));
  return named ?? [{ ...issue, path: ['kind'] }];
}

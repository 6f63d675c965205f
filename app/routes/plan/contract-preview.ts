import { z } from 'zod';
import { ContractTerms } from '#app/features/sla/contract.ts';
import { previewContract } from '#app/features/sla/preview-contract.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/contract-preview.ts';

const PreviewForm = z.strictObject({ terms: ContractTerms });

/** How many open cases other terms would move. Writes nothing. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = PreviewForm.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const preview = await previewContract(requestDeskOf(context), form.data.terms);
  return preview.ok ? { preview: preview.value } : refusal(preview.error);
}

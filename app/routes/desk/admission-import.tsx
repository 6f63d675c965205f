import { z } from 'zod';
import { importQuestions, QuestionTable } from '#app/features/admission/import-questions.ts';
import { QuestionImportPage } from '#app/features/admission/question-import-page.tsx';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/admission-import.ts';

const Approval = QuestionTable.extend({ fingerprint: z.string().max(64) });

export function loader({ context }: Route.LoaderArgs) {
  demand(knowledgeDeskOf(context).actor, 'admission:write');
  return null;
}

/** Writes exactly what was shown and approved. */
export async function action({ request, context }: Route.ActionArgs) {
  const approval = Approval.safeParse(await readJson(request));
  if (!approval.success) return faulty(faultsOf(approval.error.issues));
  const { text, fingerprint } = approval.data;
  const done = await importQuestions(knowledgeDeskOf(context), { text }, fingerprint);
  return done.ok ? { done: done.value } : refusal(done.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.admission.import.title);

export default function AdmissionImport() {
  return <QuestionImportPage />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';

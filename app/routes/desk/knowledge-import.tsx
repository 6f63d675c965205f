import { z } from 'zod';
import { applyImport } from '#app/features/knowledge/apply-import.ts';
import { ImportPage } from '#app/features/knowledge/import-page.tsx';
import { ImportInput } from '#app/features/knowledge/plan-import.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/knowledge-import.ts';

const Approval = z.strictObject({ input: ImportInput, fingerprint: z.string().max(64) });

export function loader({ context }: Route.LoaderArgs) {
  demand(knowledgeDeskOf(context).actor, 'knowledge:write');
  return null;
}

/** Applies exactly what was shown and approved. */
export async function action({ request, context }: Route.ActionArgs) {
  const desk = knowledgeDeskOf(context);
  const approval = Approval.safeParse(await readJson(request));
  if (!approval.success) return faulty(faultsOf(approval.error.issues));
  const { input, fingerprint } = approval.data;
  const done = await applyImport(desk, input, Object.keys(desk.carriers.titles), fingerprint);
  return done.ok ? { done: done.value } : refusal(done.error);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.knowledge.import.title);

export default function KnowledgeImport() {
  return <ImportPage />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';

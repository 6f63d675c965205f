import { ImportInput, planImport } from '#app/features/knowledge/plan-import.ts';
import { showImport } from '#app/features/knowledge/show-import.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/knowledge-import-plan.ts';

/** What these files would change. Writes nothing. */
export async function action({ request, context }: Route.ActionArgs) {
  const { db, actor, carriers } = knowledgeDeskOf(context);
  demand(actor, 'knowledge:write');
  const input = ImportInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  return { plan: showImport(await planImport(db, input.data, Object.keys(carriers.titles))) };
}

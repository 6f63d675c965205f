import { RuleForm } from '#app/features/game/rule-form.ts';
import { showPreview } from '#app/features/game/show-preview.ts';
import { faulty, parseForm, readFields } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/game-rule-preview.ts';

/** What a rule would have brought; nothing is changed. */
export async function action({ request, context }: Route.ActionArgs) {
  const desk = gameDeskOf(context);
  demand(desk.actor, 'points:write');
  const fields = Object.fromEntries(await readFields(request));
  const form = parseForm(RuleForm, fields);
  if (!form.ok) return faulty(form.faults);
  return { preview: await showPreview(desk, String(fields.ruleId ?? ''), form.value) };
}

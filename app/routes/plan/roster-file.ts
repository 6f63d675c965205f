import { data } from 'react-router';
import { downloadResponse } from '#app/features/attachment/download-response.ts';
import { readRosterSheets } from '#app/features/shift/read-roster-sheets.ts';
import { rosterFiles } from '#app/features/shift/roster-files.ts';
import { resources } from '#app/locales/resources.ts';
import { personContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-file.ts';

/** A plan as a file to hang up, or its hours as one for payroll. */
export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:approve');
  const desk = shiftDeskOf(context);
  const facts = await readRosterSheets(desk, params.rosterId);
  if (!facts) throw data(null, { status: 404 });
  const language = context.get(personContext).locale ?? 'ru';
  const { sheet: texts, rosterTitle } = resources[language].shift;
  const title = rosterTitle.replace('{{dates}}', `${facts.fromDate} – ${facts.lastDate}`);
  const write = rosterFiles[params.rosterFile];
  if (!write) throw data(null, { status: 404 });
  const drawn = await write(facts, texts, { title, language, madeAt: desk.now });
  return downloadResponse({ name: params.rosterFile, type: 'application/octet-stream' }, drawn);
}

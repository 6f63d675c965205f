import { type Actor, can } from '#app/features/access/can.ts';
import { faultsOf } from '#app/platform/form.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { namesOf } from '#db/control/queries/names.ts';
import { getOwnReport, listOwnReports } from '#db/tenant/queries/own-reports.ts';
import { listTopics } from '#db/tenant/queries/topics.ts';
import { mayChange, maySee } from './may-see.ts';
import { OwnDefinition } from './own-report.ts';
import { readAsked, searchOf } from './own-search.ts';
import { mostOnPage, type OwnReader, readOwnFigures } from './read-own-figures.ts';

export type OwnDesk = OwnReader & { actor: Actor };

const firstAsked = OwnDefinition.parse({
  metrics: ['opened', 'resolution'],
  by: null,
  where: null,
  period: { kind: 'last', count: 4, unit: 'week' },
  step: 'day',
});

export type OwnReportsView = Awaited<ReturnType<typeof readOwnReports>>;
export type OwnReportView = NonNullable<Awaited<ReturnType<typeof readOwnReport>>>;
export type BuilderView = NonNullable<Awaited<ReturnType<typeof readBuilder>>>;

/** The reports that somebody is shown, the one changed last first. */
export async function readOwnReports({ db, control, actor }: OwnDesk) {
  const rows = (await listOwnReports(db)).filter((row) => maySee(actor, row));
  const names = await namesOf(
    control,
    rows.map(({ changedBy }) => changedBy),
  );
  return {
    mayBuild: can(actor, 'report:build'),
    reports: rows.map(({ id, name, sharing, definition, changedAt, changedBy }) => ({
      id,
      name,
      sharing,
      definition,
      changedAt,
      by: names[changedBy] ?? '',
    })),
  };
}

/** One report with its numbers of now. `null`: there is none for him. */
export async function readOwnReport(desk: OwnDesk, id: string) {
  const found = await findOwnReport(desk, id);
  if (!found) return null;
  const figures = await readOwnFigures(desk, found.definition, mostOnPage);
  return { id, name: found.name, sharing: found.sharing, figures, mayChange: mayChange(desk.actor, found) };
}

export async function findOwnReport({ db, actor }: OwnDesk, id: string) {
  const row = await getOwnReport(db, id);
  return row && row.removedAt === null && maySee(actor, row) ? row : null;
}

/**
 * What the builder shows for an address: what is asked, its numbers or what is wrong with it, and what may be chosen.
 * `null`: it names a report that is not his to change.
 */
export async function readBuilder(desk: OwnDesk, search: URLSearchParams) {
  const id = search.get('report');
  const row = id === null ? null : await findOwnReport(desk, id);
  if (id !== null && !(row && mayChange(desk.actor, row))) return null;
  const isBlank = !search.has('metric') && !search.has('by') && !search.has('count') && !search.has('from');
  const asked = isBlank ? readAsked(searchOf(row?.definition ?? firstAsked)) : readAsked(search);
  const parsed = OwnDefinition.safeParse(asked);
  return {
    asked,
    report: row ? { id: row.id, name: row.name, sharing: row.sharing } : null,
    faults: parsed.success ? {} : faultsOf(parsed.error.issues),
    figures: parsed.success ? await readOwnFigures(desk, parsed.data, mostOnPage) : null,
    choices: await readChoices(desk),
    mayShowClient: can(desk.actor, 'report:write'),
  };
}

/** The people and topics by which one may filter. */
async function readChoices({ db, control }: OwnDesk) {
  const people = await listColleagues(control, db.tenantId);
  const topics = await listTopics(db);
  return {
    agent: people.map(({ id, name }) => ({ key: id, name })),
    topic: topics.map(({ id, title }) => ({ key: id, name: title })),
  };
}

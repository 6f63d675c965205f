import { can } from '#app/features/access/can.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { listMacros } from '#db/tenant/queries/macros.ts';
import { listTopics } from '#db/tenant/queries/topics.ts';
import type { CaseReader } from './read-case-list.ts';

export type CaseChoices = Awaited<ReturnType<typeof readCaseChoices>>;
export type MacroChoice = CaseChoices['macros'][number];

/** What can be chosen in any case: colleagues, topics in two levels, ready texts. Read once a page. */
export async function readCaseChoices({ db, control, actor }: Omit<CaseReader, 'now'>) {
  const [colleagues, topics, macros] = await Promise.all([
    listColleagues(control, db.tenantId),
    listTopics(db),
    listMacros(db, actor.userId),
  ]);
  return {
    userId: actor.userId,
    colleagues,
    topics,
    macros: macros.map(({ id, title, body, ownerId, actions }) => ({
      id,
      title,
      body,
      actions,
      isShared: ownerId === null,
    })),
    mayShareMacros: can(actor, 'macro:share'),
  };
}

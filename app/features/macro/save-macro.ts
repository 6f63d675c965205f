import { and, eq, isNull, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getMacro, type MacroRow } from '#db/tenant/queries/macros.ts';
import { macros } from '#db/tenant/schema/contact.ts';
import type { MacroForm, MacroRefusal } from './macro.ts';

type MacroDesk = { db: TenantDb; actor: Actor; now: Date };
type Refused = MacroRefusal | { code: 'forbidden'; action: Action };

/** Keeps a macro of one's own, or one for everybody; `macroId`: in the place of that one. */
export async function saveMacro(
  { db, actor, now }: MacroDesk,
  { macroId, isShared, ...given }: MacroForm & { macroId?: string },
): Promise<Result<{ id: string }, Refused>> {
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  if (isShared && !can(actor, 'macro:share')) return refuse({ code: 'forbidden', action: 'macro:share' });
  const before = macroId ? await getMacro(db, macroId) : null;
  if (macroId && !mayChange(actor, before)) return refuse({ code: 'macro-not-found' });
  const set = { ...given, ownerId: isShared ? null : actor.userId, changedAt: now };
  const id = before?.id ?? uuid();
  const statement = before
    ? db.update(macros).set(set).where(eq(macros.id, id))
    : db.insert(macros).values({ id, ...set });
  const written = await commit(db, [statement]);
  return written.ok ? ok({ id }) : refuse({ code: 'macro-title-taken' });
}

/** One's own; everybody's only by those who may share. */
export async function removeMacro({ db, actor }: MacroDesk, macroId: string): Promise<Result<null, Refused>> {
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  if (!mayChange(actor, await getMacro(db, macroId))) return refuse({ code: 'macro-not-found' });
  const shared = can(actor, 'macro:share') ? isNull(macros.ownerId) : undefined;
  const his = or(eq(macros.ownerId, actor.userId), shared);
  await commit(db, [db.delete(macros).where(and(eq(macros.id, macroId), his))]);
  return ok(null);
}

function mayChange(actor: Actor, macro: MacroRow | null): boolean {
  if (!macro) return false;
  return macro.ownerId === null ? can(actor, 'macro:share') : macro.ownerId === actor.userId;
}

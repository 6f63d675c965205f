import { and, desc, eq, getTableColumns, gt, lte, sql } from 'drizzle-orm';
import type { Role } from '#app/features/access/role.ts';
import type { Statement } from '#db/commit.ts';
import type { ControlDb } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import { memberships, sessions, users } from '../schema.ts';

export type SessionRow = typeof sessions.$inferSelect;
type SessionOwner = {
  session: SessionRow;
  user: Pick<
    typeof users.$inferSelect,
    'email' | 'name' | 'locale' | 'keyChanges' | 'totpConfirmedAt' | 'disabledAt'
  >;
  /** In any tenant. */
  roles: Role[];
  isAdmin: boolean;
};

const { email, name, locale, keyChanges, totpConfirmedAt, disabledAt } = getTableColumns(users);
const ownerOfSession = prepared((control: ControlDb) =>
  control
    .select({
      session: sessions,
      user: { email, name, locale, keyChanges, totpConfirmedAt, disabledAt },
      role: memberships.role,
      tenantId: memberships.tenantId,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(memberships, eq(memberships.userId, sessions.userId))
    .where(eq(sessions.id, sql.placeholder('id')))
    .prepare(),
);

/** `id`: the SHA-256 of the token. */
export async function getSessionOwner(control: ControlDb, id: string): Promise<SessionOwner | null> {
  const rows = await ownerOfSession(control).all({ id });
  const [first] = rows;
  if (!first) return null;
  const roles = rows.flatMap(({ role }) => role ?? []);
  const isAdmin = rows.some(({ role, tenantId }) => role === 'admin' && tenantId === null);
  return { session: first.session, user: first.user, roles: [...new Set(roles)], isAdmin };
}

/** Newest first. */
export function listOpenSessions(control: ControlDb, userId: string, now: Date): Promise<SessionRow[]> {
  return control
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt));
}

/** For the batch of a fact after which the person must sign in anew. */
export function sessionsEnd(control: ControlDb, userId: string): Statement {
  return control.delete(sessions).where(eq(sessions.userId, userId));
}

export function expiredSessionsEnd(control: ControlDb, now: Date): Statement {
  return control.delete(sessions).where(lte(sessions.expiresAt, now));
}

import { createHash } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from 'lucia';
import type { Role } from '#app/features/access/role.ts';
import { secondFactorIsDue } from '#app/features/person/second-factor.ts';
import { commitAudited } from '#db/audit.ts';
import { commit, isFailedWrite, type Statement } from '#db/commit.ts';
import { getUser, listMemberships } from '#db/control/queries/people.ts';
import { expiredSessionsEnd, getSessionOwner, sessionsEnd } from '#db/control/queries/sessions.ts';
import { sessions } from '#db/control/schema.ts';
import type { ControlDb } from '#db/open.ts';
import type { KeyChanges } from './key-map.ts';

type SessionAttributes = {
  createdAt: Date;
  secondFactorAt: Date | null;
  userAgent: string;
  address: string;
};
type UserAttributes = {
  email: string;
  name: string;
  locale: 'ru' | 'en';
  keyChanges: KeyChanges;
  hasSecondFactor: boolean;
  /** Roles in any tenant. */
  roles: Role[];
  isAdmin: boolean;
};
declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

export const idleMs = 30 * 60_000;
export const absoluteMs = 12 * 60 * 60_000;

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Keeps lucia's sessions under our rules: what it calls an id is the token, of which only the SHA-256 is
 * stored; the idle end never passes the absolute one; a disabled person has no session. Lucia compares with
 * the machine's clock, so an end is told to it as a distance from ours.
 */
export function sessionAdapter(control: ControlDb, now: () => Date): Adapter {
  const machineTime = (end: Date) => new Date(Date.now() + end.getTime() - now().getTime());
  return {
    async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const found = await getSessionOwner(control, hashToken(token));
      if (!found || found.user.disabledAt) return [null, null];
      const { id, userId, expiresAt, ...attributes } = found.session;
      const session = { id: token, userId, expiresAt: machineTime(expiresAt), attributes };
      const { email, name, locale, totpConfirmedAt } = found.user;
      const { roles, isAdmin } = found;
      const keyChanges = found.user.keyChanges ?? {};
      const hasSecondFactor = totpConfirmedAt !== null;
      const attributesOfUser = { email, name, locale, keyChanges, hasSecondFactor, roles, isAdmin };
      return [session, { id: userId, attributes: attributesOfUser }];
    },
    async getUserSessions(userId): Promise<DatabaseSession[]> {
      const rows = await control
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now())));
      return rows.map(({ id, expiresAt, ...attributes }) => {
        return { id, userId, expiresAt: machineTime(expiresAt), attributes };
      });
    },
    async setSession({ id: token, userId, attributes }) {
      const { createdAt, address, secondFactorAt } = attributes;
      const expiresAt = idleEnd(createdAt, createdAt);
      const action = await firstHalfOrWhole(control, userId, secondFactorAt);
      await commitAudited(
        control,
        { at: createdAt, actorId: userId, tenantId: null, action, subject: userId, detail: { address } },
        [control.insert(sessions).values({ ...attributes, id: hashToken(token), userId, expiresAt })],
      );
    },
    async updateSessionExpiration(token) {
      const id = hashToken(token);
      const [row] = await control.select().from(sessions).where(eq(sessions.id, id)).limit(1);
      if (!row) return;
      const expiresAt = idleEnd(row.createdAt, now());
      await writeWhileReading(
        control,
        control.update(sessions).set({ expiresAt }).where(eq(sessions.id, id)),
      );
    },
    async deleteSession(token) {
      await writeWhileReading(control, control.delete(sessions).where(eq(sessions.id, hashToken(token))));
    },
    async deleteUserSessions(userId) {
      await commit(control, [sessionsEnd(control, userId)]);
    },
    async deleteExpiredSessions() {
      await commit(control, [expiredSessionsEnd(control, now())]);
    },
  };
}

/**
 * Lucia moves the end of a session, or drops one that is over, while it reads it. On a full disk whoever has work
 * open must go on reading, and see why it cannot be stored.
 */
async function writeWhileReading(control: ControlDb, statement: Statement): Promise<void> {
  await commit(control, [statement]).catch((error: unknown) => {
    if (!isFailedWrite(error)) throw error;
  });
}

async function firstHalfOrWhole(control: ControlDb, userId: string, secondFactorAt: Date | null) {
  const hasSecondFactor = (await getUser(control, userId))?.totpConfirmedAt != null;
  const roles = (await listMemberships(control, userId)).map(({ role }) => role);
  return secondFactorIsDue(secondFactorAt, { hasSecondFactor, roles })
    ? 'password.accepted'
    : 'session.started';
}

/** When a session used at `usedAt` ends if it is not used again. */
export function idleEnd(createdAt: Date, usedAt: Date): Date {
  return new Date(Math.min(usedAt.getTime() + idleMs, createdAt.getTime() + absoluteMs));
}

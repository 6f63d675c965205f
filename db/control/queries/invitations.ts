import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { ControlDb } from '#db/open.ts';
import { invitations, tenants } from '../schema.ts';

export type InvitationRow = typeof invitations.$inferSelect;
export type OpenInvitation = { invitation: InvitationRow; tenant: { name: string; colour: string } | null };

const open = (now: Date) => and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, now));
const columns = { invitation: invitations, tenant: { name: tenants.name, colour: tenants.colour } };

/** Neither accepted nor past its end. */
export async function getOpenInvitation(
  control: ControlDb,
  tokenHash: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const [row] = await control
    .select(columns)
    .from(invitations)
    .leftJoin(tenants, eq(tenants.id, invitations.tenantId))
    .where(and(eq(invitations.tokenHash, tokenHash), open(now)))
    .limit(1);
  return row ?? null;
}

/** Newest first. */
export function listOpenInvitations(control: ControlDb, now: Date): Promise<OpenInvitation[]> {
  return control
    .select(columns)
    .from(invitations)
    .leftJoin(tenants, eq(tenants.id, invitations.tenantId))
    .where(open(now))
    .orderBy(desc(invitations.createdAt));
}

import { eq, isNull } from 'drizzle-orm';
import type { ControlDb } from '#db/open.ts';
import { mailboxes, messengerLinks, pbxLinks, robotLinks, tenants, webForms } from '../schema.ts';

export type MailboxRow = typeof mailboxes.$inferSelect;

export async function getMailbox(control: ControlDb, tenantId: string): Promise<MailboxRow | null> {
  const [row] = await control.select().from(mailboxes).where(eq(mailboxes.tenantId, tenantId)).limit(1);
  return row ?? null;
}

/** Those whose client company is not closed. */
export async function listMailboxTenants(control: ControlDb): Promise<string[]> {
  const rows = await control
    .select({ id: mailboxes.tenantId })
    .from(mailboxes)
    .innerJoin(tenants, eq(tenants.id, mailboxes.tenantId))
    .where(isNull(tenants.closedAt));
  return rows.map(({ id }) => id);
}

export async function getPbxLink(control: ControlDb, tenantId: string) {
  const [row] = await control.select().from(pbxLinks).where(eq(pbxLinks.tenantId, tenantId)).limit(1);
  return row ?? null;
}

export async function getMessengerLink(control: ControlDb, tenantId: string) {
  const [row] = await control
    .select()
    .from(messengerLinks)
    .where(eq(messengerLinks.tenantId, tenantId))
    .limit(1);
  return row ?? null;
}

export async function getRobotLink(control: ControlDb, tenantId: string) {
  const [row] = await control.select().from(robotLinks).where(eq(robotLinks.tenantId, tenantId)).limit(1);
  return row ?? null;
}

export async function isFormOpen(control: ControlDb, tenantId: string): Promise<boolean> {
  const rows = await control.select().from(webForms).where(eq(webForms.tenantId, tenantId)).limit(1);
  return rows.length > 0;
}

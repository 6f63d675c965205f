import { createHash } from 'node:crypto';
import { desc } from 'drizzle-orm';
import { type Commit, commit, type Statement } from './commit.ts';
import { audit } from './control/schema.ts';
import type { ControlDb } from './open.ts';

/** Who did what to the centre itself. `subject`: the id of what it was done to. `detail` holds no secrets. */
type AuditEntry = {
  at: Date;
  actorId: string;
  tenantId: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown> | null;
};

/** What the first row of the chain stands on. */
export const chainStart = '0'.repeat(64);
const tries = 50;

/** JSON with sorted keys: the same fact always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256, hexadecimal, over the row before and this row's own words. */
export function chainHash(previousHash: string, id: number, entry: AuditEntry): string {
  const { at, actorId, tenantId, action, subject, detail } = entry;
  const words = canonicalJson({ id, at: at.getTime(), actorId, tenantId, action, subject, detail });
  return createHash('sha256').update(previousHash).update('\n').update(words).digest('hex');
}

/** Writes the fact and its audit row in one batch. Another writer's row in between only costs a new try. */
export async function commitAudited(
  control: ControlDb,
  entry: AuditEntry,
  statements: Statement[],
): Promise<Commit> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const row = control.insert(audit).values(await nextRow(control, entry));
    const done = await commit(control, [row, ...statements]);
    if (done.ok || done.conflict !== 'audit.id') return done;
  }
  throw new Error(`The audit row "${entry.action}" lost ${tries} races for its place in the chain.`);
}

async function nextRow(control: ControlDb, entry: AuditEntry): Promise<typeof audit.$inferInsert> {
  const [tip] = await control
    .select({ id: audit.id, hash: audit.hash })
    .from(audit)
    .orderBy(desc(audit.id))
    .limit(1);
  const id = (tip?.id ?? 0) + 1;
  const previousHash = tip?.hash ?? chainStart;
  return { id, ...entry, previousHash, hash: chainHash(previousHash, id, entry) };
}

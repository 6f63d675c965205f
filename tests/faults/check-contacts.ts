import { eq, like } from 'drizzle-orm';
import type { Databases } from '#db/open.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';
import type { DemoChannel } from '#seeds/demo-channels.ts';
import type { ContactTraffic } from './contact-traffic.ts';
import type { ContactWorld } from './contact-world.ts';
import { type AttemptFact, type ContactVerdict, judgeContacts } from './judge-contacts.ts';

/** What the mail servers and the gateways took, against what the desk knows of each contact. */
export async function checkContacts(
  databases: Databases,
  { channels }: ContactWorld,
  traffic: ContactTraffic,
): Promise<ContactVerdict> {
  const verdicts: ContactVerdict[] = [];
  for (const channel of channels) {
    const { tenantId } = channel.mail;
    const db = await databases.openTenant(tenantId);
    const { id, sendKey, subscriberId, purpose, state } = outreachAttempts;
    const attempts: AttemptFact[] = await db
      .select({ id, sendKey, subscriberId, purpose, state })
      .from(outreachAttempts)
      .where(like(sendKey, 'fault-%'));
    const refusals = await db.select({ sendKey: outreachRefusals.sendKey }).from(outreachRefusals);
    const waiting = await db
      .select({ payload: outbox.payload })
      .from(outbox)
      .where(eq(outbox.queue, 'outreach-send'));
    const called = [...traffic.acknowledged].filter(([, own]) => own.tenantId === tenantId);
    verdicts.push(
      judgeContacts({
        called: called.map(([key]) => key),
        taken: listTaken(channel),
        attempts,
        refused: new Set(refusals.map((row) => row.sendKey)),
        waiting: new Set(waiting.map(({ payload }) => (payload as { sendKey: string }).sendKey)),
      }),
    );
  }
  return addUp(verdicts);
}

/** The names of attempts by which both sides know them. */
function listTaken({ mail, messenger }: DemoChannel): string[] {
  const mailed = mail.ledger.taken.flatMap(
    ({ messageId }) => /^<outreach\.([^@]+)@/.exec(messageId)?.[1] ?? [],
  );
  return [...mailed, ...messenger.taken.map(({ messageId }) => messageId)];
}

function addUp(verdicts: readonly ContactVerdict[]): ContactVerdict {
  const states: Record<string, number> = {};
  for (const [state, n] of verdicts.flatMap((one) => Object.entries(one.states)))
    states[state] = (states[state] ?? 0) + n;
  return { findings: verdicts.flatMap((one) => one.findings), states };
}

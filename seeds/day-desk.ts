import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, inArray } from 'drizzle-orm';
import type { StaffDesk } from '#app/features/case/move-case.ts';
import { messages } from '#db/tenant/schema/contact.ts';
import type { WorkServices } from '#workers/queue-definition.ts';
import type { DemoChannel } from './demo-channels.ts';

/** One tenant's desk on the day of contacts, and the other ends of its channels. */
export type DayDesk = { services: WorkServices; channel: DemoChannel; desk: () => StaffDesk };

/** How much comes on that day. */
export const dayCounts = { mails: 12, chats: 6, messenger: 4, cabinet: 4, web: 4, calls: 8, answers: 5 };
export const outageSubject = 'Нет связи во всём районе';
const waitsMs = 40_000;

export async function until(what: string, isThere: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + waitsMs;
  while (!(await isThere())) {
    if (Date.now() > deadline) throw new Error(`The day of contacts waited ${waitsMs / 1000} s for ${what}.`);
    await sleep(200);
  }
}

/** Those of the names that the desk has as messages of subscribers; doubled ones twice. */
export async function listHeard({ desk }: DayDesk, names: readonly string[]): Promise<string[]> {
  const rows = await desk()
    .db.select({ name: messages.externalId })
    .from(messages)
    .where(and(eq(messages.kind, 'inbound'), inArray(messages.externalId, [...names])));
  return rows.flatMap(({ name }) => name ?? []);
}

/** Replies that have not reached their channel's other end. */
export async function listUnsent({ desk }: DayDesk) {
  return desk()
    .db.select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.kind, 'reply'), inArray(messages.state, ['held', 'sending'])));
}

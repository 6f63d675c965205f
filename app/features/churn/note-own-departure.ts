import { type Actor, can } from '#app/features/access/can.ts';
import { type Result, refuse } from '#app/platform/result.ts';
import type { ChurnRefusal } from './churn-refusal.ts';
import type { DepartureInput } from './departure.ts';
import { type DepartureDesk, noteDeparture, noteReturn } from './note-departure.ts';

type PersonDesk = DepartureDesk & { actor: Actor };
type Noted = Promise<Result<{ departureId: string }, ChurnRefusal>>;

/** What a person at the desk heard at the goodbye. */
export async function noteOwnDeparture({ actor, ...desk }: PersonDesk, input: DepartureInput): Noted {
  if (!can(actor, 'churn:note')) return refuse({ code: 'forbidden', action: 'churn:note' });
  const { lineId, kind, on, reason, note } = input;
  return noteDeparture(desk, { lineId, kind, on, reason, note }, actor.userId);
}

export async function noteOwnReturn(
  { actor, ...desk }: PersonDesk,
  input: { lineId: string; on: string },
): Noted {
  if (!can(actor, 'churn:note')) return refuse({ code: 'forbidden', action: 'churn:note' });
  return noteReturn(desk, input);
}

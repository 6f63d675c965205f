import { type Actor, can } from '../access/can.ts';

/** Who may hear a call: who spoke, and who reviews. */
export function mayPlay(actor: Actor, call: { agentId: string | null }): boolean {
  return can(actor, 'review:write') || (can(actor, 'case:read') && call.agentId === actor.userId);
}

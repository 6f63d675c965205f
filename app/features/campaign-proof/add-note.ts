import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getMeasuredCampaign } from '#db/tenant/queries/campaign-proof.ts';
import { campaignNotes } from '#db/tenant/schema/campaign-proof.ts';
import type { ProofReader } from './read-proof.ts';

export const NoteInput = z.object({ text: z.string().trim().min(1, 'required').max(2000, 'long') });

export type NoteRefusal = { code: 'forbidden'; action: 'campaign:write' } | { code: 'campaign-not-found' };

/** Writes down what a manager learnt from a campaign. A note is never changed: another one says more. `id` is new. */
export async function addNote(
  { db, actor, now }: ProofReader & { now: Date },
  { id, campaignId }: { id: string; campaignId: string },
  { text }: z.infer<typeof NoteInput>,
): Promise<Result<{ id: string }, NoteRefusal>> {
  if (!can(actor, 'campaign:write')) return refuse({ code: 'forbidden', action: 'campaign:write' });
  if (!(await getMeasuredCampaign(db, campaignId))) return refuse({ code: 'campaign-not-found' });
  await commit(db, [db.insert(campaignNotes).values({ id, campaignId, text, by: actor.userId, at: now })]);
  return ok({ id });
}

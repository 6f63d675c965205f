import { data } from 'react-router';
import { SeenInput } from '#app/features/campaign/campaign-input.ts';
import { freezeCampaign, thawCampaign } from '#app/features/campaign/freeze-campaign.ts';
import {
  pauseCampaign,
  resumeCampaign,
  startCampaign,
  stopCampaign,
} from '#app/features/campaign/run-campaign.ts';
import { campaignDeskOf } from '#app/platform/campaign-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/campaign-move.ts';

const moves = new Map([
  ['freeze', freezeCampaign],
  ['thaw', thawCampaign],
  ['start', startCampaign],
  ['pause', pauseCampaign],
  ['resume', resumeCampaign],
  ['stop', stopCampaign],
]);

/** Moves a campaign: each move of a person is an address of its own. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const move = moves.get(params.campaignMove);
  if (!move) throw data(null, { status: 404 });
  const form = await readForm(SeenInput, request);
  if (!form.ok) return faulty(form.faults);
  const moved = await move(campaignDeskOf(context), params.campaignId, form.value.version);
  return moved.ok ? { done: params.campaignMove } : refusal(moved.error);
}

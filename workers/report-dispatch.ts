import { z } from 'zod';
import {
  claimDispatch,
  type DispatchEnd,
  dispatchLeaseMs,
  giveUpDispatch,
  prepareDispatch,
  recordDispatch,
} from '#app/features/report-mail/send-dispatch.ts';
import { getDispatch } from '#db/tenant/queries/report-mail.ts';
import { crashPoint } from './crash-points.ts';
import {
  cancel,
  done,
  doublingBackoff,
  type QueueDefinition,
  snooze,
  type WorkContext,
} from './queue-definition.ts';

const DispatchPayload = z.object({ dispatchId: z.uuid() });

/** A month is waited for until it is closed, and a server until it answers: ten days, looked at hourly. */
const mostTries = 240;
const pauseMs = 60 * 60_000;
const firstPauseMs = 60_000;

/** Mails one report to one address: claimed on disk first, so once as far as SMTP can. */
export const reportDispatch: QueueDefinition<z.infer<typeof DispatchPayload>> = {
  name: 'report-dispatch',
  payload: DispatchPayload,
  // Each new look at a mail that waits counts as one: an error after them must not park it in `sending`.
  attempts: mostTries + 8,
  backoffMs: doublingBackoff,
  concurrency: 2,
  gateCapacity: 2,
  async perform(context, { dispatchId }) {
    const { db, services, tries } = context;
    const dispatch = await getDispatch(db, dispatchId);
    if (!dispatch) return cancel(`the report ${dispatchId} is not here`);
    const submit = await prepareDispatch(services, db, dispatch);
    if (!(await claimDispatch(db, dispatchId, services.now()))) return leftBehind(context, dispatchId);
    crashPoint('after-claim');
    const end = lastTry(await submit(), tries);
    crashPoint('after-submit');
    await recordDispatch(db, dispatchId, end, services.now());
    return end.state === 'waiting' ? snooze(tries < 5 ? firstPauseMs * 2 ** tries : pauseMs) : done;
  },
};

async function leftBehind({ db, services }: WorkContext, dispatchId: string) {
  const state = await giveUpDispatch(db, dispatchId, services.now());
  return state === 'sending' ? snooze(dispatchLeaseMs) : done;
}

function lastTry(end: DispatchEnd, tries: number): DispatchEnd {
  return end.state === 'waiting' && tries >= mostTries ? { ...end, state: 'failed' } : end;
}

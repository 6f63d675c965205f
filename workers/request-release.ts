import { releaseRequest } from '#app/features/request/release-request.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';
import { RequestPayload } from './request-payload.ts';

/** Lets a scheduled request go at its time. */
export const requestRelease: QueueDefinition<RequestPayload> = {
  name: 'request-release',
  payload: RequestPayload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 16,
  async perform({ db, services }, { requestId }) {
    const released = await releaseRequest(db, requestId, services.now());
    return released.ok ? done : cancel(released.error.code);
  },
};

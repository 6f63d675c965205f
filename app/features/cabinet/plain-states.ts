import type { RequestState } from '#app/features/request/request.ts';

/** The states of a request as a subscriber should see them: what happens, not how. Texts: `cabinet:request.state`. */
export const plainStates = {
  draft: 'preparing',
  queued: 'preparing',
  sending: 'preparing',
  scheduled: 'scheduled',
  accepted: 'at-carrier',
  unconfirmed: 'at-carrier',
  manual: 'with-us',
  done: 'done',
  refused: 'refused',
  cancelled: 'cancelled',
} as const satisfies Record<RequestState, string>;

export const endedStates: readonly RequestState[] = ['done', 'refused', 'cancelled'];

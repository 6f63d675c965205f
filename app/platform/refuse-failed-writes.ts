import type { ActionFunction, ServerBuild } from 'react-router';
import { isDiskFull, OutcomeUnknown } from '#db/commit.ts';
import { type Refusal, refusal } from './http-errors.ts';

type Routes = ServerBuild['routes'];
type Log = { error(detail: object, text: string): void };

/**
 * Every action of the build, answering a write that found no room, or no answer, as a refusal: it is told beside
 * the form, and what was typed stays there. On a full disk nothing was written, so it may simply be sent again;
 * without an answer the person must look first.
 */
export function refuseFailedWrites(routes: Routes, log: Log): Routes {
  const guarded = Object.entries(routes).map(([id, route]) => {
    const action = route?.module.action;
    if (!route || !action) return [id, route] as const;
    return [id, { ...route, module: { ...route.module, action: guard(action, log) } }] as const;
  });
  return Object.fromEntries(guarded);
}

function guard(action: ActionFunction, log: Log): ActionFunction {
  return async (args, ...rest) => {
    try {
      return await action(args, ...rest);
    } catch (error) {
      const refused = refusalOf(error);
      if (!refused) throw error;
      const pathname = new URL(args.request.url).pathname;
      log.error({ err: error, pathname, refused: refused.code }, 'A write failed.');
      return refusal(refused);
    }
  };
}

function refusalOf(error: unknown): Refusal | null {
  if (isDiskFull(error)) return { code: 'disk-full' };
  return error instanceof OutcomeUnknown ? { code: 'no-answer' } : null;
}

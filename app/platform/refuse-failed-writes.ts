import type { ActionFunction, ServerBuild } from 'react-router';
import { isDiskFull } from '#db/commit.ts';
import { refusal } from './http-errors.ts';

type Routes = ServerBuild['routes'];
type Log = { error(detail: object, text: string): void };

/**
 * Every action of the build, answering a full disk as a refusal: it is told beside the form, and what was typed
 * stays there. Nothing was written, so it may simply be sent again.
 */
export function refuseWhenFull(routes: Routes, log: Log): Routes {
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
      if (!isDiskFull(error)) throw error;
      log.error({ err: error, pathname: new URL(args.request.url).pathname }, 'The disk is full.');
      return refusal({ code: 'disk-full' });
    }
  };
}

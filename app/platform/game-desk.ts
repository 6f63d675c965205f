import type { RouterContextProvider } from 'react-router';
import type { BoardReader } from '#app/features/board/read-board.ts';
import type { GameDesk } from '#app/features/game/set-player.ts';
import { servicesContext, workplaceContext } from './context.ts';

/** What the game's commands and readers are given, at the address this request came to. */
export function gameDeskOf(context: Readonly<RouterContextProvider>): GameDesk & BoardReader {
  const { db, actor, tenant } = context.get(workplaceContext);
  const { now, databases } = context.get(servicesContext);
  const { control } = databases;
  return { db, control, actor, userId: actor.userId, now: now(), timeZone: tenant.timeZone };
}

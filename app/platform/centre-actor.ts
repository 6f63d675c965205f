import type { RouterContextProvider } from 'react-router';
import type { Actor } from '#app/features/access/can.ts';
import { personContext } from './context.ts';

/** The person as he acts on the centre itself, of no client company. */
export function centreActor(context: Readonly<RouterContextProvider>): Actor {
  const { userId, name, isAdmin } = context.get(personContext);
  return { userId, name, roles: isAdmin ? ['admin'] : [] };
}

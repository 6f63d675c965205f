import { constants, setPriority } from 'node:os';

/**
 * Lets other threads of the machine go before the one that calls, though never for good: a plan must come. Only Linux gives
 * threads a priority of their own, by 0; elsewhere it would be the whole process's.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
}

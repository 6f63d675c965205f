import type { Channel } from '#app/features/contact/contact.ts';
import type { Draws } from './draws.ts';

const dayMs = 86_400_000;

/** Within eighteen months: more by day, fewer at weekends, more of late; nothing in the last two days. */
export function drawTime(draws: Draws, now: Date): Date {
  const days = Math.min(draws.int(2, 548), draws.int(2, 900));
  const hour = draws.weigh({ 5: 2, 6: 6, 7: 10, 8: 12, 9: 12, 10: 11, 12: 11, 14: 9, 16: 5, 18: 2, 21: 1 });
  const midnight = Math.floor(now.getTime() / dayMs - days) * dayMs;
  const at = new Date(midnight + Number(hour) * 3_600_000 + draws.int(0, 3_599_999));
  return at.getUTCDay() % 6 === 0 && draws.chance(0.4) ? new Date(at.getTime() - 2 * dayMs) : at;
}

/** Five of six calls are answered within 24 seconds, the others within 70. */
export function waitForAgentMs(draws: Draws): number {
  const seconds = draws.int(2, 70);
  return (seconds < 60 ? Math.ceil(seconds / 2.5) : seconds) * 1000;
}

/** How long an agent takes, in minutes drawn between two; a chat goes a hundred times as fast. */
export function pauseMs(draws: Draws, channel: Channel, { from, to }: { from: number; to: number }): number {
  const isChat = channel === 'chat' || channel === 'messenger';
  return draws.int(from * 60, to * 60) * (isChat ? 10 : 1000);
}

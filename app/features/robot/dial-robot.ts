import type { Delivery } from '#app/features/case/deliver-reply.ts';
import { handToGateway } from '#app/features/messenger/hand-to-gateway.ts';
import type { Pass } from '#app/features/outreach/pass.ts';

/** `label`: shown at the call, at most 32 characters (126-FZ, art. 45 part 9.1); `text`: what is read to him. */
export type RobotCall = { messageId: string; to: string; label: string; text: string; pass: Pass };

/** Asks the client company's robot for one call. That it took the call is all it says: the call counts from here. */
export function dialRobot(
  robot: { url: string; secret: string },
  { pass: _, ...call }: RobotCall,
  now: Date,
): Promise<Delivery> {
  return handToGateway(robot, { channel: 'robot', ...call }, now);
}

import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import type { ShiftRefusal } from '#app/features/shift/shift-refusal.ts';
import type { Result } from '#app/platform/result.ts';
import { listPeopleOf } from '#db/control/queries/colleagues.ts';
import type { LifeRefusal } from './life-refusal.ts';

export type LifeAnswer<T> = Promise<
  Result<T, LifeRefusal | Extract<ShiftRefusal, { code: 'forbidden' | 'conflict' }>>
>;
export const notOwn = { code: 'forbidden', action: 'shift:own' } as const;

/** Those who plan here, but whoever acts. */
export async function planningOthers({ db, control, actor }: ShiftDesk): Promise<string[]> {
  const people = await listPeopleOf(control, db.tenantId, ['manager']);
  return people.filter((userId) => userId !== actor.userId);
}

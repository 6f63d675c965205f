import type { Actor } from '#app/features/access/can.ts';
import type { Result } from '#app/platform/result.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import type { ShiftRefusal } from './shift-refusal.ts';

/** What the planner's commands and readings are given. */
export type ShiftDesk = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };
export type ShiftRefused<T> = Promise<Result<T, ShiftRefusal>>;
export const notAllowed = { code: 'forbidden', action: 'shift:write' } as const;

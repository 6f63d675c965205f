import { z } from 'zod';
import { requestKinds } from '#app/features/request/request.ts';
import { Change } from '#carriers/port.ts';

/** Larger than 1,000 rows of a wide table; `readList` names what is over its own limit. */
const mostCharacters = 2_000_000;
const carrier = z.string().regex(/^[a-z0-9-]{1,32}$/);
const list = z.string().min(1).max(mostCharacters);

export const BatchPlanForm = z.strictObject({ carrier, change: Change, list });
export const BatchForm = BatchPlanForm.extend({ id: z.uuid(), title: z.string().trim().min(1).max(120) });
/** Asks what there is to choose from, by the first number of the list that the carrier knows. */
export const BatchChoicesForm = z.strictObject({ carrier, list, kind: z.enum(requestKinds) });

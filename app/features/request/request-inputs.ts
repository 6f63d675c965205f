import { z } from 'zod';

const words = z.string().trim().min(3).max(500);

/** The bodies of what a person may do with a request. */
export const ConfirmationInput = z.strictObject({ version: z.int().positive() });
export const SettlementInput = z.strictObject({ result: z.enum(['done', 'refused']), words });
export const CancellationInput = z.strictObject({ words });
export const CancellationsInput = z.strictObject({ requestIds: z.array(z.uuid()).min(1).max(100) });

import { z } from 'zod';

export const TenantInput = z.strictObject({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, { error: 'slug' }),
  name: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' }),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'colour' }),
  timeZone: z.string().refine(isTimeZone, { error: 'timeZone' }),
});
export type TenantInput = z.infer<typeof TenantInput>;

export type TenantRefusal =
  | { code: 'forbidden' }
  | { code: 'tenant-not-found' }
  | { code: 'slug-taken' }
  | { code: 'api-key-not-found' };

/** Where the database of a new tenant is; `null`: a file in the data folder. */
export function databaseUrlOf(tenantUrl: string | undefined, tenantId: string): string | null {
  return tenantUrl?.replaceAll('{tenant}', tenantId) ?? null;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}

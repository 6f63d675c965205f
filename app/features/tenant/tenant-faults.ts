import { faulty } from '#app/platform/form.ts';
import type { TenantRefusal } from './tenant.ts';

const answers = {
  forbidden: { status: 403, field: 'form' },
  'tenant-not-found': { status: 404, field: 'form' },
  'slug-taken': { status: 409, field: 'slug' },
  'api-key-not-found': { status: 404, field: 'form' },
} as const satisfies Record<TenantRefusal['code'], { status: number; field: string }>;

/** How each refusal about tenants and their keys is answered. */
export function answerTenantRefusal({ code }: TenantRefusal) {
  const { status, field } = answers[code];
  return faulty({ [field]: code }, { status });
}

import { type FaultKey, faulty } from '#app/platform/form.ts';
import type { PersonRefusal } from './person.ts';

type PersonFault = { status: number; field: string };

/** How each refusal of the people commands is answered: the status, and the field it stands beside. */
const answers = {
  forbidden: { status: 403, field: 'form' },
  'person-not-found': { status: 404, field: 'form' },
  'invitation-not-found': { status: 404, field: 'form' },
  'membership-not-found': { status: 404, field: 'form' },
  'tenant-not-found': { status: 422, field: 'tenantId' },
  'wrong-credentials': { status: 422, field: 'form' },
  'wrong-password': { status: 422, field: 'current' },
  'wrong-code': { status: 422, field: 'code' },
  'used-code': { status: 422, field: 'code' },
  locked: { status: 429, field: 'form' },
  'weak-password': { status: 422, field: 'password' },
  'already-a-person': { status: 409, field: 'email' },
  'already-granted': { status: 409, field: 'role' },
  'second-factor-is-mandatory': { status: 409, field: 'form' },
  'not-oneself': { status: 409, field: 'form' },
} as const satisfies Record<PersonRefusal['code'], PersonFault>;

export function answerRefusal(refusal: PersonRefusal) {
  const { status, field } = answers[refusal.code];
  const key: FaultKey = refusal.code === 'weak-password' ? `weak-${refusal.fault}` : refusal.code;
  return faulty({ [field]: key }, { status, until: refusal.code === 'locked' ? refusal.until : null });
}

import { data } from 'react-router';
import type { CarrierAccountRefusal } from './carrier-account.ts';

const answers = {
  forbidden: { status: 403, field: 'form' },
  'tenant-not-found': { status: 404, field: 'form' },
  'carrier-not-found': { status: 404, field: 'form' },
  'carrier-account-not-found': { status: 404, field: 'form' },
  'wrong-settings': { status: 422, field: 'settings' },
  'wrong-credentials': { status: 422, field: 'credentials' },
  conflict: { status: 409, field: 'form' },
} as const satisfies Record<CarrierAccountRefusal['code'], { status: number; field: string }>;

/** How each refusal about carrier accounts is answered; `details` says what is wrong inside, by path. */
export function answerCarrierAccountRefusal(refusal: CarrierAccountRefusal) {
  const { status, field } = answers[refusal.code];
  const key = refusal.code === 'wrong-credentials' ? 'required' : refusal.code;
  const details = 'faults' in refusal ? refusal.faults : [];
  return data({ faults: { [field]: key }, details }, { status });
}

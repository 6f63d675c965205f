import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { erasedText } from '#app/features/erasure/erasure.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import type { Msisdn } from '#carriers/port.ts';

/** `foreign`: a number of another country. `not-mobile`: a Russian number that no mobile carrier serves. */
export type PhoneRefusal = {
  code: 'phone-unreadable' | 'phone-length' | 'phone-foreign' | 'phone-not-mobile';
};

/** Reads a Russian mobile number in any form people write: 8…, +7…, 7…, ten digits, spaces, brackets, dashes. */
export function parsePhone(text: string): Result<Msisdn, PhoneRefusal> {
  const trimmed = text.trim();
  if (!/^[+(\d]/.test(trimmed) || /[^\d\s+()./\-‐-―]/.test(trimmed))
    return refuse({ code: 'phone-unreadable' });
  const parsed = parsePhoneNumberFromString(trimmed, { defaultCountry: 'RU', extract: false });
  if (!parsed) return refuse({ code: 'phone-length' });
  if (parsed.countryCallingCode !== '7' || /^\+7[67]/.test(parsed.number))
    return refuse({ code: 'phone-foreign' });
  if (!/^\+7\d{10}$/.test(parsed.number)) return refuse({ code: 'phone-length' });
  if (!parsed.number.startsWith('+79')) return refuse({ code: 'phone-not-mobile' });
  return ok(parsed.number as string as Msisdn);
}

/** `+7 916 123-45-67`. Takes E.164, or what stands for an erased number. */
export function formatMsisdn(msisdn: string): string {
  if (msisdn.startsWith(erasedText)) return erasedText;
  return msisdn.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4');
}

/** What lists show: `+7 9•• •••-45-67`. Takes E.164, or what stands for an erased number. */
export function maskMsisdn(msisdn: string): string {
  if (msisdn.startsWith(erasedText)) return erasedText;
  return msisdn.replace(/^\+7(\d)\d{5}(\d{2})(\d{2})$/, '+7 $1•• •••-$2-$3');
}

import { retypeText } from '#app/platform/keyboard-layout.ts';
import { isCommonPassword } from './common-passwords.ts';

const passwordLength = { min: 10, max: 200 };

/**
 * What is wrong with a new password: too short, too long, or on the list of common ones, were it typed by the same
 * keys in the other layout. No composition rules.
 */
export function passwordFault(password: string): 'short' | 'long' | 'common' | null {
  const length = [...password].length;
  if (length < passwordLength.min) return 'short';
  if (length > passwordLength.max) return 'long';
  const plain = password.toLowerCase().trim();
  const isKnown = isCommonPassword(plain) || isCommonPassword(retypeText(plain).toLowerCase());
  return new Set(plain).size < 3 || isKnown ? 'common' : null;
}

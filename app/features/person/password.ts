import { dictionary } from '@zxcvbn-ts/language-common';

const passwordLength = { min: 10, max: 200 };
const common = new Set(dictionary['passwords-common'].filter((word) => word.length >= passwordLength.min));

/** What is wrong with a new password: too short, too long, or on the list of common ones. No composition rules. */
export function passwordFault(password: string): 'short' | 'long' | 'common' | null {
  const length = [...password].length;
  if (length < passwordLength.min) return 'short';
  if (length > passwordLength.max) return 'long';
  const plain = password.toLowerCase().trim();
  return common.has(plain) || new Set(plain).size < 3 ? 'common' : null;
}

import type { ShouldRevalidateFunctionArgs } from 'react-router';

type Args = Pick<ShouldRevalidateFunctionArgs, 'currentUrl' | 'nextUrl' | 'formMethod'>;

/**
 * Whether a layout would only read again what it shows: a mere walk between pages under it. An action, a
 * revalidation on the spot and another subject (`isSameSubject` false) are new readings.
 */
export function isSameReading({ currentUrl, nextUrl, formMethod }: Args, isSameSubject: boolean): boolean {
  const isAction = formMethod !== undefined && formMethod !== 'GET';
  return isSameSubject && !isAction && currentUrl.href !== nextUrl.href;
}

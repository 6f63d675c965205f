import { createContext, useContext } from 'react';

/** The nonce that lets a script or style element of this document run under its Content-Security-Policy. */
export const NonceContext = createContext('');

export function useNonce(): string {
  return useContext(NonceContext);
}

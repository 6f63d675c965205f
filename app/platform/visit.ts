import type { RouterContextProvider } from 'react-router';
import { clientAddressContext } from './client-address.ts';
import type { Visit } from './session.ts';

export function visitOf(request: Request, context: Readonly<RouterContextProvider>): Visit {
  const userAgent = request.headers.get('User-Agent') ?? '';
  // An IPv4 visitor of a socket that listens on both.
  const address = context.get(clientAddressContext).replace(/^::ffff:(?=\d+\.)/i, '');
  return { address, userAgent };
}

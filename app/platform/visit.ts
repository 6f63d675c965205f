import type { RouterContextProvider } from 'react-router';
import { clientAddressContext } from './client-address.ts';
import type { Visit } from './session.ts';

export function visitOf(request: Request, context: Readonly<RouterContextProvider>): Visit {
  const userAgent = request.headers.get('User-Agent') ?? '';
  return { address: context.get(clientAddressContext), userAgent };
}

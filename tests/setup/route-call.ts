import { RouterContextProvider } from 'react-router';
import { clientAddressContext } from '#app/platform/client-address.ts';
import { type Person, personContext, type Services, servicesContext } from '#app/platform/context.ts';
import { readVisitor, requirePerson, visitorContext } from '#app/platform/guards.ts';
import { createLog, logContext } from '#app/platform/log.ts';

export type Call = {
  path: string;
  method?: 'GET' | 'POST';
  fields?: Record<string, string>;
  /** A Set-Cookie header or a Cookie header. */
  cookie?: string;
  address?: string;
};

/** What a route's loader or action is given, its visitor read from the cookie as the root does. */
export async function routeCall(services: Services, call: Call) {
  const { path, method = call.fields ? 'POST' : 'GET', fields, cookie = '', address = '10.0.0.1' } = call;
  const request = new Request(`http://localhost:4600${path}`, {
    method,
    headers: { Cookie: cookie.split(';')[0] ?? '', 'User-Agent': 'a test' },
    ...(fields ? { body: new URLSearchParams(fields) } : {}),
  });
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  context.set(clientAddressContext, address);
  context.set(logContext, createLog({ LOG_LEVEL: 'silent' }));
  await runGuard(readVisitor, request, context);
  const person: Person | null = context.get(visitorContext);
  if (person) context.set(personContext, person);
  return { request, context };
}

/** The redirect or refusal that a guarded layout answers with; `null`: it lets the visitor in. */
export async function guardAnswer(services: Services, call: Call): Promise<Response | null> {
  const { request, context } = await routeCall(services, call);
  try {
    await runGuard(requirePerson, request, context);
    return null;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

async function runGuard(guard: typeof readVisitor, request: Request, context: RouterContextProvider) {
  const next = () => Promise.resolve(new Response());
  await guard({ request, context, params: {}, url: new URL(request.url), pattern: '/' }, next);
}

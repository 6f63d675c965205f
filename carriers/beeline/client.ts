import type { z } from 'zod';
import type { Connection, Session, WireReply, WireRequest } from '../port.ts';
import { type Answer, codedRefusal, type Refusal } from './failures.ts';
import type { BeelineCredentials, BeelineSettings } from './settings.ts';
import { parseEnvelope, renderEnvelope, type XmlNode } from './soap.ts';
import { AuthReply, RestEnvelope, SoapFault } from './wire.ts';

type Call<T extends z.ZodType> = { operation: string; mutates: boolean; schema: T };
type SoapCall<T extends z.ZodType> = Call<T> & { fields: Record<string, XmlNode | undefined> };
type RestCall<T extends z.ZodType> = Call<T> & { path: string; query: Record<string, string> };

/** Beeline's two interfaces under one token. Both answer in the same code table. */
export type Client = {
  settings: BeelineSettings;
  login: string;
  now(): Date;
  soap<T extends z.ZodType>(call: SoapCall<T>): Promise<Answer<z.output<T>>>;
  /** Always GET, also for changes: whether it mutates is said by the caller. */
  rest<T extends z.ZodType>(call: RestCall<T>): Promise<Answer<z.output<T>>>;
};

class SignInRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.failure.text);
    this.refusal = refusal;
  }
}

export function openClient(connection: Connection<BeelineSettings, BeelineCredentials>): Client {
  const { settings, credentials, dial } = connection;
  const session = connection.session(() => signIn(connection));
  return {
    settings,
    login: credentials.login,
    now: connection.now,
    soap: (call) =>
      withToken(settings, session, async (token) => {
        const fields = { token, hash: '', ...call.fields };
        return readSoap(settings, call, await dial(soapRequest(settings, 'Subscriber', call, fields)));
      }),
    rest: (call) =>
      withToken(settings, session, async (token) =>
        readRest(settings, call, await dial(restRequest(settings, call, token))),
      ),
  };
}

/** A broken token means that nothing was processed: sign in anew and repeat, once. */
async function withToken<T>(
  settings: BeelineSettings,
  session: Session<string>,
  send: (token: string) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  try {
    const token = await session.get();
    const first = await send(token);
    if (!hasBrokenToken(settings, first)) return first;
    session.drop(token);
    const second = await send(await session.get());
    return hasBrokenToken(settings, second) ? { ...second, verdict: 'unavailable' } : second;
  } catch (error) {
    if (error instanceof SignInRefused) return error.refusal;
    throw error;
  }
}

/** By SOAP, since the twin wants the password in the address. No lifetime is documented: none is assumed. */
async function signIn({ settings, credentials, dial }: Connection<BeelineSettings, BeelineCredentials>) {
  const call = { operation: 'auth', mutates: false, schema: AuthReply };
  const { login, password } = credentials;
  const answer = readSoap(
    settings,
    call,
    await dial({ ...soapRequest(settings, 'Auth', call, { login, password }), secretReply: true }),
  );
  if (!answer.ok) throw new SignInRefused({ ...answer, verdict: 'unavailable' });
  return { value: answer.value.return, expiresAt: null };
}

function hasBrokenToken<T>(settings: BeelineSettings, answer: Answer<T>): answer is Refusal {
  return !answer.ok && settings.tokenBrokenCodes.includes(answer.failure.code);
}

function soapRequest(
  settings: BeelineSettings,
  service: 'Auth' | 'Subscriber',
  { operation, mutates }: Call<z.ZodType>,
  fields: XmlNode,
): WireRequest {
  return {
    operation,
    mutates,
    method: 'POST',
    url: `${settings.soapUrl}/${service}Service`,
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      soapaction: `"urn:uss-wsapi:${service}:${service}Interface:${operation}Request"`,
    },
    body: renderEnvelope(`urn:uss-wsapi:${service}`, operation, fields),
  };
}

function restRequest(settings: BeelineSettings, call: RestCall<z.ZodType>, token: string): WireRequest {
  return {
    operation: call.operation,
    mutates: call.mutates,
    method: 'GET',
    url: `${settings.restUrl}/${call.path}?${new URLSearchParams(call.query)}`,
    headers: { accept: 'application/json', 'x-api-token': token },
  };
}

function readSoap<T extends z.ZodType>(
  settings: BeelineSettings,
  call: Call<T>,
  reply: WireReply,
): Answer<z.output<T>> {
  if (reply.status === 429) return throttled(settings, call, reply);
  const body = parseEnvelope(reply.text());
  if (!body) return unreadable(call, reply, 'no SOAP answer');
  if ('Fault' in body) {
    const fault = SoapFault.safeParse(body.Fault);
    if (!fault.success) return unreadable(call, reply, 'a SOAP fault without an error code');
    const { errorCode, errorDescription, message } = fault.data.detail.UssWsApiException;
    return codedRefusal(settings, errorCode, errorDescription ?? message ?? '');
  }
  return readValue(call, reply, body[`${call.operation}Response`]);
}

function readRest<T extends z.ZodType>(
  settings: BeelineSettings,
  call: Call<T>,
  reply: WireReply,
): Answer<z.output<T>> {
  if (reply.status === 429) return throttled(settings, call, reply);
  const envelope = RestEnvelope.safeParse(parseJson(reply.text()));
  if (!envelope.success) return unreadable(call, reply, 'no answer with a meta envelope');
  const { code, message } = envelope.data.meta;
  if (code !== '20000' && code !== '2000') return codedRefusal(settings, code, message ?? '');
  return readValue(call, reply, envelope.data);
}

function readValue<T extends z.ZodType>(
  call: Call<T>,
  reply: WireReply,
  value: unknown,
): Answer<z.output<T>> {
  if (reply.status >= 300 || value === undefined) return unreadable(call, reply, 'no result');
  const parsed = call.schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return unreadable(
    call,
    reply,
    `an unexpected result at ${parsed.error.issues[0]?.path.join('.') || 'its top'}`,
  );
}

function throttled(settings: BeelineSettings, { operation }: Call<z.ZodType>, reply: WireReply): Refusal {
  const seconds = Number(reply.headers.get('retry-after') ?? Number.NaN);
  const failure = { class: 'throttled', code: '429', text: `${operation}: too many requests` } as const;
  const retryAfterMs = seconds > 0 ? seconds * 1000 : settings.throttleWaitMs;
  return { ok: false, failure, verdict: 'unavailable', retryAfterMs };
}

/** HTML, an empty body, a format that changed: after a change nobody knows what happened. */
function unreadable({ operation, mutates }: Call<z.ZodType>, reply: WireReply, what: string): Refusal {
  const failure = {
    class: mutates ? 'unknown_outcome' : 'carrier_down',
    code: `http_${reply.status}`,
    text: `${operation}: HTTP ${reply.status} with ${what}`,
  } as const;
  return { ok: false, failure, verdict: mutates ? 'doubtful' : 'unavailable' };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return undefined;
  }
}

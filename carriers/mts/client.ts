import type { z } from 'zod';
import {
  type Connection,
  type Failure,
  ownFailure,
  type Session,
  type WireReply,
  type WireRequest,
} from '../port.ts';
import { failureOf } from './failures.ts';
import type { MtsCredentials, MtsSettings } from './settings.ts';
import { errorIn, parseBody, TokenReply } from './wire.ts';

export type Refusal = { ok: false; failure: Failure; retryAfterMs?: number };
/** `body` is `undefined` when a 2xx cannot be read: for a change that is no refusal. */
export type Answer = { ok: true; body: unknown } | Refusal;
export type Call = {
  operation: string;
  mutates: boolean;
  method?: 'GET' | 'POST' | 'PATCH';
  query?: Record<string, string>;
  body?: unknown;
  accept?: string;
};

export type MtsClient = {
  call(call: Call): Promise<Answer>;
  read<T extends z.ZodType>(
    schema: T,
    call: Omit<Call, 'mutates'>,
  ): Promise<{ ok: true; value: z.output<T> } | Refusal>;
};

class SignInRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`MTS gave no token: ${refusal.failure.code}`);
    this.refusal = refusal;
  }
}

/** Calls with the account's token; a broken or expired one is replaced and the call repeated, once. */
export function createClient(connection: Connection<MtsSettings, MtsCredentials>): MtsClient {
  const session = connection.session(() => signIn(connection));
  async function call(wanted: Call, isRepeated = false): Promise<Answer> {
    const token = await tokenFrom(session);
    if (typeof token !== 'string') return token;
    const answer = answerOf(
      await connection.dial(wireOf(connection.settings, token, wanted)),
      connection.settings,
    );
    if (answer.ok || answer.failure.class !== 'auth') return answer;
    session.drop(token);
    return isRepeated ? answer : call(wanted, true);
  }
  return {
    call: (wanted) => call(wanted),
    async read(schema, wanted) {
      const answer = await call({ ...wanted, mutates: false });
      if (!answer.ok) return answer;
      const parsed = schema.safeParse(answer.body);
      if (parsed.success && answer.body !== undefined) return { ok: true, value: parsed.data };
      const text = `${wanted.operation} answered in an unknown form`;
      return { ok: false, failure: ownFailure('carrier_down', 'unreadable', text) };
    },
  };
}

async function tokenFrom(session: Session<string>): Promise<string | Refusal> {
  try {
    return await session.get();
  } catch (error) {
    if (error instanceof SignInRefused) return error.refusal;
    throw error;
  }
}

async function signIn({ settings, credentials, dial, now }: Connection<MtsSettings, MtsCredentials>) {
  const basic = Buffer.from(`${credentials.consumerKey}:${credentials.consumerSecret}`).toString('base64');
  const reply = await dial({
    operation: 'token',
    secretReply: true,
    mutates: false,
    method: 'POST',
    url: settings.tokenUrl,
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  const answer = answerOf(reply, settings);
  if (!answer.ok) throw new SignInRefused(asAuth(answer));
  const token = TokenReply.safeParse(answer.body);
  if (!token.success) throw new SignInRefused({ ok: false, failure: noToken });
  const livesMs = Math.max(0, token.data.expires_in * 1_000 - settings.tokenMarginMs);
  return { value: token.data.access_token, expiresAt: new Date(now().getTime() + livesMs) };
}

const noToken = ownFailure('auth', 'no_token', 'The token reply holds no token');

/** A refused sign-in is the account's trouble, not the subscriber's, unless MTS is busy. */
function asAuth(refusal: Refusal): Refusal {
  return refusal.failure.class === 'throttled'
    ? refusal
    : { ...refusal, failure: { ...refusal.failure, class: 'auth' } };
}

function wireOf(settings: MtsSettings, token: string, call: Call): WireRequest {
  const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
  return {
    operation: call.operation,
    mutates: call.mutates,
    method: call.method ?? 'GET',
    url: `${settings.baseUrl}/${call.operation}${query}`,
    // Both headers even on GET, else some errors come as something other than JSON.
    headers: {
      authorization: `Bearer ${token}`,
      accept: call.accept ?? 'application/json',
      'content-type': 'application/json',
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  };
}

function answerOf(reply: WireReply, settings: MtsSettings): Answer {
  const body = parseBody(reply.text());
  const told = errorIn(body);
  const isFine = reply.status >= 200 && reply.status < 300;
  if (isFine && !told) return { ok: true, body };
  const failure = failureOf(reply.status, told);
  if (failure.class !== 'throttled') return { ok: false, failure };
  return { ok: false, failure, retryAfterMs: retryAfterMs(reply.headers) ?? settings.throttleWaitMs };
}

function retryAfterMs(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
}

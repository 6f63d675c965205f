import type { z } from 'zod';
import type { Session, WireReply } from '../port.ts';
import { absorbCookies, type CookieJar, cookieHeaders } from './cookies.ts';
import type { Directory } from './directory.ts';
import { type Answer, parseJson, trouble, troubleInReply } from './failures.ts';
import { type MegafonConnection, SignInFailed, signIn } from './sign-in.ts';

/** One signed-in browser, shared by all callers: its cookies, and the internal ids it has looked up. */
export type CabinetSession = {
  jar: CookieJar;
  directory: { readAt: number; entries: Promise<Answer<Directory>> } | null;
};

export type CabinetRequest = {
  operation: string;
  mutates: boolean;
  path: string;
  form?: Record<string, string>;
};

export type Cabinet = {
  connection: MegafonConnection;
  session(): Promise<Answer<CabinetSession>>;
  /** One page or call of the cabinet, signed in; the reply carries no error that we know of. */
  exchange(request: CabinetRequest): Promise<Answer<WireReply>>;
};

export function openCabinet(connection: MegafonConnection): Cabinet {
  const sessions: Session<CabinetSession> = connection.session(async () => ({
    value: { jar: await signIn(connection), directory: null },
    expiresAt: null,
  }));

  async function session(): Promise<Answer<CabinetSession>> {
    try {
      return { ok: true, value: await sessions.get() };
    } catch (error) {
      if (error instanceof SignInFailed) return { ok: false, trouble: error.trouble };
      throw error;
    }
  }

  async function exchangeOnce(request: CabinetRequest): Promise<Answer<WireReply>> {
    const signedIn = await session();
    if (!signedIn.ok) return signedIn;
    const { jar } = signedIn.value;
    const reply = await connection.dial(toWireRequest(request, jar, connection.settings.baseUrl));
    absorbCookies(jar, reply.headers);
    const reason = troubleInReply(reply, connection.settings, connection.now());
    if (reason?.failure.class === 'auth') sessions.drop(signedIn.value);
    return reason ? { ok: false, trouble: reason } : { ok: true, value: reply };
  }

  return {
    connection,
    session,
    async exchange(request) {
      const answer = await exchangeOnce(request);
      // A lost session means that nothing was done yet, so even a change may be sent once more.
      const isLost = !answer.ok && sessionLoss.test(answer.trouble.failure.code);
      return isLost ? exchangeOnce(request) : answer;
    },
  };
}

const sessionLoss = /^(NOT_AUTHENTICATED|http_401|http_403)$/;

function toWireRequest(request: CabinetRequest, jar: CookieJar, baseUrl: string) {
  const { operation, mutates, path, form } = request;
  const url = new URL(path, baseUrl).href;
  const headers = { ...cookieHeaders(jar), accept: 'application/json, text/html;q=0.9, */*;q=0.5' };
  if (!form) return { operation, mutates, method: 'GET' as const, url, headers };
  return {
    operation,
    mutates,
    method: 'POST' as const,
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    body: new URLSearchParams(form).toString(),
  };
}

/** The fields of a JSON reply; they stand in `data`, or (older pages) at the top. */
export function fieldsOf<T>(answer: Answer<WireReply>, schema: z.ZodType<T>): Answer<T> {
  if (!answer.ok) return answer;
  const body = parseJson(answer.value.text());
  const data = typeof body === 'object' && body && 'data' in body ? body.data : body;
  const fields = schema.safeParse(data);
  if (fields.success) return { ok: true, value: fields.data };
  return {
    ok: false,
    trouble: trouble('carrier_down', 'unreadable', 'MegaFon answered in an unknown shape'),
  };
}

import { type Dial, DialError, type WireRecord, type WireReply, type WireRequest } from './port.ts';
import { describeReply, describeRequest } from './redact.ts';

export type DialOptions = {
  /** Whole exchange, from the open socket to the last byte. */
  deadlineMs: number;
  maxBytes: number;
  /** Texts that must never be kept, such as the account's credentials. */
  secrets: readonly string[];
  /** Waits for the account's turn. */
  takeTurn(): Promise<void>;
  /** After this instant a change is not sent any more. */
  sendBy(): Date | undefined;
  now(): Date;
  record(record: WireRecord): void;
};

/** Errors of a connection that was never made: the carrier has seen nothing. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** One exchange over the network with everything a carrier must not be trusted with taken care of. */
export function createDial(options: DialOptions): Dial {
  return async (request) => {
    await options.takeTurn();
    const startedAt = options.now();
    const sendBy = options.sendBy();
    if (request.mutates && sendBy && startedAt > sendBy) {
      throw new DialError('not_sent', true, `${request.operation} was not sent: its time to leave ran out.`);
    }
    const sent = describeRequest(request, options.secrets);
    const keep = (received: string | null, failure: string | null) => {
      const durationMs = options.now().getTime() - startedAt.getTime();
      options.record({ at: startedAt, operation: request.operation, durationMs, sent, received, failure });
    };
    try {
      const reply = await exchange(request, options);
      keep(describeReceived(request, reply, options.secrets), null);
      return reply;
    } catch (error) {
      const failure = toDialError(error, request, options.deadlineMs);
      keep(null, failure.message);
      throw failure;
    }
  };
}

function describeReceived(request: WireRequest, reply: WireReply, secrets: readonly string[]): string {
  const body = request.secretReply ? '•••' : reply.text(charsetOf(reply.headers));
  return describeReply(reply.status, reply.headers, body, secrets);
}

function charsetOf(headers: Headers): string | undefined {
  const label = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '')?.[1]?.toLowerCase();
  return label === 'windows-1251' ? label : undefined;
}

async function exchange(request: WireRequest, options: DialOptions): Promise<WireReply> {
  const response = await fetch(request.url, {
    method: request.method,
    headers: request.headers ?? {},
    redirect: 'manual',
    signal: AbortSignal.timeout(options.deadlineMs),
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const bytes = await readBody(response, options.maxBytes);
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text: (label = 'utf-8') => new TextDecoder(label).decode(bytes),
  };
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Error(`the answer is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toDialError(error: unknown, request: WireRequest, deadlineMs: number): DialError {
  if (error instanceof DialError) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new DialError(
      'lost',
      request.mutates,
      `${request.operation}: no answer in ${deadlineMs / 1000} s`,
    );
  }
  const code = causeCode(error);
  const outcome = code !== undefined && neverConnected.has(code) ? 'not_sent' : 'lost';
  return new DialError(outcome, request.mutates, `${request.operation}: ${code ?? 'the connection broke'}`);
}

function causeCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

import { renderEnvelope, renderFault, type XmlNode } from './soap.ts';

/** The words that the simulator knows of the carrier's code table. */
const failureNames: Record<string, string> = {
  '20001': 'INVALID_QUERY_PARAM',
  '20002': 'AUTH_ERROR',
  '20003': 'TOKEN_NOT_FOUND',
  '20004': 'TOKEN_EXPIRED',
  '20005': 'CTN_NOT_FOUND',
  '20008': 'Операции с услугами сейчас недоступны',
  '20009': 'CTN_BLOCKED',
  '20010': 'Заявка на смену тарифа уже существует',
  '20017': 'BAD_REQUEST_STATUS',
  '20018': 'BAD_REQUEST_TYPE',
  '20024': 'INCORRECT_STATUS_FOR_OPERATION',
  '20037': 'SOC_NOT_AVAILABLE',
  '20038': 'NEED_MODIFY_SOC',
  '20082': 'WRONG_BLOCK_DATE',
  '20092': 'Предыдущая заявка ещё в работе',
  '49999': 'EXT_SYSTEM_ERROR',
};

/** How one of the two interfaces says the same things. */
export type Voice = {
  accepted(id: string): Response;
  silent(): Response;
  refused(code: string, status?: number): Response;
};

export function soapVoice(operation: string, reference: 'return' | 'requestId'): Voice {
  return {
    accepted: (id) => soapAnswer('Subscriber', operation, { [reference]: id }),
    silent: () => soapAnswer('Subscriber', operation, { [reference]: '' }),
    refused: (code, status) => soapFault(code, status),
  };
}

export const restVoice: Voice = {
  accepted: (id) => restAnswer({ requestId: id }),
  silent: () => restAnswer({}),
  refused: (code) => restRefusal(code),
};

export function soapAnswer(service: 'Auth' | 'Subscriber', operation: string, fields: XmlNode): Response {
  return xml(renderEnvelope(`urn:uss-wsapi:${service}`, `${operation}Response`, fields), 200);
}

export function soapFault(code: string, status = 500): Response {
  return xml(renderFault({ errorCode: code, errorDescription: failureNames[code] ?? 'UNKNOWN' }), status);
}

export function restAnswer(fields: Record<string, unknown>): Response {
  return Response.json({ meta: { status: 'OK', code: 20000, message: null }, ...fields });
}

export function restRefusal(code: string): Response {
  const message = failureNames[code] ?? 'UNKNOWN';
  return Response.json({ meta: { status: 'ERROR', code: Number(code), message } });
}

export function htmlPage(status: number): Response {
  const page =
    '<!DOCTYPE html><html><head><title>my.beeline.ru</title></head><body>Ведутся работы<br></body></html>';
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** The beginning of the answer arrives, then the connection breaks. */
export async function brokenOff(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let isStarted = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isStarted) return controller.error(new Error('the connection broke'));
      isStarted = true;
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)));
    },
  });
  return new Response(body, { status: answer.status, headers: answer.headers });
}

/** Never answers; ends when the caller has gone. */
export function hang(signal: AbortSignal): Promise<Response> {
  return new Promise((resolve) => {
    const leave = () => resolve(new Response(null, { status: 499 }));
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
}

function xml(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/xml; charset=utf-8' } });
}

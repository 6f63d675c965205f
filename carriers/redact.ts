import type { WireRequest } from './port.ts';

const hidden = '•••';
const secretHeaders = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'x-csrf-token',
  'x-api-token',
  'x-api-key',
]);
const secretName = '(?:access_token|token|password|captcha|client_secret|login|username|hash)';
const secretJson = new RegExp(`("${secretName}"\\s*:\\s*)"[^"]*"`, 'gi');
const secretForm = new RegExp(`((?:^|[?&\\s])${secretName}=)[^&\\s]*`, 'gi');
const secretXml = new RegExp(`(<(?:\\w+:)?(${secretName})(?:\\s[^>]*)?>)[^<]*(<)`, 'gi');
/** A Russian mobile number in any of the carriers' forms; the last four digits stay readable. */
const phone = /(?<!\d)(?:\+?[78])?9\d{5}(\d{4})(?!\d)/g;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const longestShown = 4000;

/** A text of the wire as it may be kept: without secrets, full numbers and addresses, cut to a page. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret.length >= 4);
  const bare = known.reduce((left, secret) => left.replaceAll(secret, hidden), text);
  const clean = bare
    .replace(secretJson, `$1"${hidden}"`)
    .replace(secretForm, `$1${hidden}`)
    .replace(secretXml, `$1${hidden}$3`)
    .replace(email, `${hidden}@${hidden}`)
    .replace(phone, '•••••••$1');
  return clean.length > longestShown ? `${clean.slice(0, longestShown)}…` : clean;
}

export function describeRequest(request: WireRequest, secrets: readonly string[]): string {
  const head = `${request.method} ${request.url}`;
  const headers = Object.entries(request.headers ?? {}).map(headerLine);
  return redact([head, ...headers, '', request.body ?? ''].join('\n').trimEnd(), secrets);
}

export function describeReply(
  status: number,
  headers: Headers,
  body: string,
  secrets: readonly string[],
): string {
  const type = headers.get('content-type');
  return redact([`${status}${type ? ` ${type}` : ''}`, '', body].join('\n').trimEnd(), secrets);
}

function headerLine([name, value]: [string, string]): string {
  return `${name}: ${secretHeaders.has(name.toLowerCase()) ? hidden : value}`;
}

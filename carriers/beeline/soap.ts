import { XMLParser } from 'fast-xml-parser';

export type XmlNode = string | XmlNode[] | { [name: string]: XmlNode | undefined };

const envelopeNs = 'http://schemas.xmlsoap.org/soap/envelope/';
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Only the five predefined entities and character references are ever replaced: nothing to expand, nothing to fetch. */
const decoder = {
  setExternalEntities: () => {},
  addInputEntities: () => {
    throw new Error('XML that declares entities is refused');
  },
  reset: () => {},
  setXmlVersion: () => {},
  decode: unescapeXml,
};

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  // Numbers stay text: a SOC or a CTN with leading zeros must not become a number.
  parseTagValue: false,
  processEntities: true,
  entityDecoder: decoder,
});

/** The children of `soap:Body`, or `null` when the text is not a SOAP envelope (HTML, empty, DOCTYPE, broken XML). */
export function parseEnvelope(text: string): Record<string, unknown> | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return null;
  try {
    const root: unknown = parser.parse(text, true);
    const body = child(child(root, 'Envelope'), 'Body');
    return isRecord(body) ? body : null;
  } catch {
    // Not XML at all. What that means depends on what was asked, which only the caller knows.
    return null;
  }
}

export function renderEnvelope(namespace: string, element: string, fields: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${envelopeNs}" xmlns:urn="${namespace}"><soapenv:Body><urn:${element}>${renderXml(fields)}</urn:${element}></soapenv:Body></soapenv:Envelope>`;
}

export function renderFault(fields: { errorCode: string; errorDescription: string }): string {
  const detail = renderXml({ UssWsApiException: fields });
  return `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="${envelopeNs}"><S:Body><S:Fault><faultcode>S:Server</faultcode><faultstring>UssWsApiException</faultstring><detail>${detail}</detail></S:Fault></S:Body></S:Envelope>`;
}

function renderXml(node: XmlNode): string {
  if (typeof node === 'string') return escapeXml(node);
  if (Array.isArray(node)) return node.map(renderXml).join('');
  return Object.entries(node)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => [name, item] as const))
    .map(([name, value]) => (value === undefined ? '' : `<${name}>${renderXml(value)}</${name}>`))
    .join('');
}

/** A character that XML cannot carry becomes U+FFFD: dropping it could turn one service code into another. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replace(/[<>&"'\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name) return entities[name] ?? whole;
      const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

function child(node: unknown, name: string): unknown {
  return isRecord(node) ? node[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

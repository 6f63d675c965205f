import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeXml, parseEnvelope, renderEnvelope, unescapeXml } from './soap.ts';

const wrap = (inside: string) => `<S:Envelope xmlns:S="s"><S:Body>${inside}</S:Body></S:Envelope>`;

it.each([
  ['leading zeros', '<r><soc>0050</soc></r>', { r: { soc: '0050' } }],
  ['predefined entities', '<r>&lt;b&gt; &amp;amp; &#1055;&#x41;</r>', { r: '<b> &amp; ПA' }],
  ['CDATA as it stands', '<r><![CDATA[<&amp;>]]></r>', { r: '<&amp;>' }],
  ['prefixes dropped', '<ns2:r xmlns:ns2="u"><ns2:a>1</ns2:a></ns2:r>', { r: { a: '1' } }],
  ['an undeclared entity left alone', '<r>&xxe;</r>', { r: '&xxe;' }],
  ['an impossible character reference left alone', '<r>&#9999999;</r>', { r: '&#9999999;' }],
])('reads %s', (_, inside, body) => {
  expect(parseEnvelope(wrap(inside))).toEqual(body);
});

it.each([
  ['nothing', ''],
  ['a page', '<!DOCTYPE html><html><body>Ведутся работы</body></html>'],
  ['a page that is XML', '<html><body><p>x</p></body></html>'],
  ['JSON', '{"meta":{}}'],
  ['half an answer', wrap('<r>1</r>').slice(0, -20)],
  ['an external entity', `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wrap('<r>&x;</r>')}`],
  ['nested entities', `<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${wrap('<r>&b;</r>')}`],
  ['endless nesting', wrap('<a>'.repeat(5000) + '</a>'.repeat(5000))],
  ['an empty body', wrap('')],
])('refuses %s', (_, text) => {
  expect(parseEnvelope(text)).toBeNull();
});

it('carries any text through an envelope unchanged, markup included', () => {
  const carried = fc
    .string({ unit: 'grapheme' })
    .filter((text) => text !== '' && !/^\s|\s$|\p{Cc}|[\ufffe\uffff]/u.test(text));
  fc.assert(
    fc.property(carried, (soc) => {
      expect(parseEnvelope(renderEnvelope('urn:x', 'addDelSOC', { soc }))).toEqual({ addDelSOC: { soc } });
    }),
  );
});

it('marks what XML cannot carry instead of dropping it', () => {
  expect(escapeXml('A\u0000B\ud800')).toBe('A\ufffdB\ufffd');
});

it('keeps a code from closing its element', () => {
  const text = renderEnvelope('urn:x', 'addDelSOC', { soc: '</soc><inclusionType>D</inclusionType><soc>' });
  expect(parseEnvelope(text)).toEqual({ addDelSOC: { soc: '</soc><inclusionType>D</inclusionType><soc>' } });
  expect(unescapeXml(escapeXml(`<>&"'`))).toBe(`<>&"'`);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf, faultOf } from './failures.ts';
import {
  BillPlan,
  DocumentStatus,
  errorIn,
  instantOf,
  kopecksOf,
  ProductRows,
  parseBody,
  RequestRows,
  referenceIn,
  TokenReply,
} from './wire.ts';

function sample(name: string) {
  return JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8'));
}

describe('errors', () => {
  it.each([
    'error-flat',
    'error-described',
    'error-nested',
    'error-as-string',
    'error-inside-200',
    'error-busy',
    'error-no-link',
  ])('classifies %s', (name) => {
    const { message, status, expected } = sample(name);
    expect(failureOf(status, errorIn(parseBody(JSON.stringify(message))))).toMatchObject(expected);
  });

  it.each([
    [400, 'invalid'],
    [401, 'forbidden_subscriber'],
    [403, 'not_in_package'],
    [404, 'not_found'],
    [409, 'conflict_pending_change'],
    [421, 'carrier_down'],
    [429, 'throttled'],
    [499, 'carrier_down'],
    [500, 'carrier_down'],
    [503, 'carrier_down'],
  ])('classifies an unreadable %i as %s', (status, expected) => {
    expect(failureOf(status, errorIn(parseBody('<html>Сервис недоступен</html>'))).class).toBe(expected);
  });

  it('finds the fault of a token reply that came as 200', () => {
    const { message, expected } = sample('token-fault-in-200');
    expect(errorIn(message)).toMatchObject(expected);
    expect(TokenReply.safeParse(message).success).toBe(false);
  });

  it('keeps numbers and addresses out of the text', () => {
    const { text } = failureOf(401, {
      code: '1014',
      text: 'Нет доступа к номеру 79160000000, пишите a@b.ru',
    });
    expect(text).toBe('Нет доступа к номеру …, пишите …');
  });

  it.each([
    ['CallForwardingServiceNotExists', 'precondition_missing', 'CallForwardingServiceNotExists'],
    ['SomethingNew', 'needs_human', 'SomethingNew'],
    ['Карта 250010000000777 занята', 'needs_human', 'Faulted'],
    [null, 'needs_human', 'Faulted'],
  ])('names the cause %s of a failed request', (cause, expectedClass, code) => {
    expect(faultOf(cause)).toMatchObject({ class: expectedClass, code });
    expect(faultOf(cause).text).not.toMatch(/\d{7}/);
  });
});

describe('references', () => {
  it.each(['accepted', 'accepted-nested', 'accepted-as-text', 'accepted-document', 'accepted-without-id'])(
    'reads %s, which is no error',
    (name) => {
      const { message, expected } = sample(name);
      const body = parseBody(typeof message === 'string' ? message : JSON.stringify(message));
      expect([referenceIn(body), errorIn(body)]).toEqual([expected, null]);
    },
  );

  it('reads JSON inside a JSON string, and nothing out of a page', () => {
    expect(referenceIn(parseBody('"{\\"eventID\\":\\"abc-12345\\"}"'))).toBe('abc-12345');
    expect(parseBody('<html></html>')).toBeUndefined();
    expect(parseBody('')).toBeUndefined();
  });
});

describe('replies', () => {
  it('reads a product list with a tariff in `id`, a lone price and a comma', () => {
    const [tariff, service] = ProductRows.parse(sample('products').message);
    expect(tariff).toMatchObject({ code: '0495', type: 'tariffPlan' });
    expect(service).toMatchObject({ code: 'PE0250', prices: [{ price: { taxIncludedAmount: '49,5' } }] });
  });

  it('reads an empty tariff as none', () => {
    expect(BillPlan.parse(sample('bill-plan-empty').message)).toBeNull();
  });

  it('reads why a request failed from its characteristics', () => {
    expect(RequestRows.parse(sample('request-faulted').message)).toMatchObject([
      { id: 'b9d7a5c2', status: 'Faulted', errorCode: 'CallForwardingServiceNotExists', isDryRun: false },
    ]);
  });

  it('reads the state of a document from an object in place of a list', () => {
    expect(DocumentStatus.parse(sample('document-status').message)).toBe('InProgress');
  });
});

describe('money and time', () => {
  it.each([
    ['100', 10_000],
    ['0.1', 10],
    ['49,5', 4_950],
    ['1500.505', 150_051],
    ['-0.05', -5],
    ['-999999999', null],
    ['-999999999.00', null],
    ['1e3', null],
    ['', null],
    [null, null],
  ])('reads %s roubles as %s kopecks', (text, expected) => {
    expect(kopecksOf(text)).toBe(expected);
  });

  it('reads every amount in kopecks back', () => {
    const amount = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
    fc.assert(
      fc.property(amount, (kopecks) => {
        const digits = String(Math.abs(kopecks)).padStart(3, '0');
        const text = `${kopecks < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(kopecksOf(text)).toBe(kopecks === 0 ? 0 : kopecks);
      }),
    );
  });

  it.each([
    ['2024-05-01T00:00:00+03:00', '2024-04-30T21:00:00.000Z'],
    ['2037-12-31T23:59:59+03:00', null],
    ['soon', null],
    [null, null],
  ])('reads the instant %s as %s', (text, expected) => {
    expect(instantOf(text)).toBe(expected);
  });
});

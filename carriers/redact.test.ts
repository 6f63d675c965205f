import { expect, test } from 'vitest';
import { describeRequest, redact } from './redact.ts';

test.each([
  ['{"access_token":"a1b2","expires_in":3600}', '{"access_token":"•••","expires_in":3600}'],
  ['grant_type=client_credentials&password=p%40ss&x=1', 'grant_type=client_credentials&password=•••&x=1'],
  ['GET /auth?login=me&password=pw', 'GET /auth?login=•••&password=•••'],
  [
    '<urn:token>0123abcd</urn:token><ctn>9161234567</ctn>',
    '<urn:token>•••</urn:token><ctn>•••••••4567</ctn>',
  ],
  ['msisdn=79161234567 and +79161234567', 'msisdn=•••••••4567 and •••••••4567'],
  ['write to ivan.petrov@example.ru', 'write to •••@•••'],
  ['eventID 202603011200009161', 'eventID 202603011200009161'],
])('%s', (text, shown) => {
  expect(redact(text, [])).toBe(shown);
});

test('known secrets and secret headers are out wherever they stand', () => {
  const headers = { Authorization: 'Bearer abc', Accept: 'application/json' };
  const request = {
    operation: 'x',
    mutates: false,
    method: 'GET',
    url: 'https://c.test/s3cr3t',
    headers,
  } as const;
  const shown = describeRequest(request, ['s3cr3t']);
  expect(shown).toBe('GET https://c.test/•••\nAuthorization: •••\nAccept: application/json');
});

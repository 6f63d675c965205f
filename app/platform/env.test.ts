import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const key = { PULT_SECRET_KEY: Buffer.alloc(32).toString('base64') };
const control = { PULT_CONTROL_URL: 'libsql://control.db.example.com' };
const tenants = { PULT_TENANT_URL: 'libsql://{tenant}.db.example.com' };

test.each([
  ['a key alone', key, null],
  ['no key', {}, 'PULT_SECRET_KEY'],
  ['a remote control database alone', { ...key, ...control }, 'PULT_TENANT_URL: is needed beside'],
  ['remote databases', { ...key, ...control, ...tenants }, null],
  [
    'one address for all tenants',
    { ...key, PULT_TENANT_URL: 'libsql://db.example.com' },
    'with {tenant} in it',
  ],
  ['no address', { ...key, PULT_TENANT_URL: 'the server, {tenant}' }, 'must be an address'],
  ['two faults', { PULT_DATA_DIR: '', PORT: '99999' }, 'PULT_DATA_DIR'],
])('%s', (_name, source, fault) => {
  if (fault === null) expect(readEnv(source)).toMatchObject(source);
  else expect(() => readEnv(source)).toThrow(fault);
});

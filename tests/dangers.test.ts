import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeOf, isTest, sourceFiles, trackedFiles } from './setup/source-files.ts';

const productFiles = sourceFiles.filter((file) => !isTest(file));

/** What may stand in a few places only, each with its reason. */
const bounded: [what: string, pattern: RegExp, where: string[]][] = [
  ['the environment is read once', /\bprocess\.env\b/, ['app/platform/env.ts']],
  // What the registry of metrics counts is written as SQL in this tree.
  ['SQL is never put together from text', /\bsql\.(raw|identifier)\b/, ['db/tenant/queries/registry-sql.ts']],
  ['several statements in one text are constants of the opening', /\bexecuteMultiple\b/, ['db/open.ts']],
  ['only the db room knows the client', /'@libsql\/client'/, ['db/open.ts', 'db/owner.ts', 'db/commit.ts']],
  ['writes go through commit', /\.batch\(/, ['db/commit.ts']],
  ['no interactive transactions', /\.transaction\(/, ['db/owner.ts']],
  // A page may call its own server; a database may lie on another one; a reply goes to the gateway that an
  // administrator named; the demo's subscribers write to Pult.
  [
    'outgoing calls go through the port',
    /(?:await|return|[=(])\s*fetch\((?!\s*[`'"](\/|\$\{home\}))/,
    [
      'app/components/send-quietly.ts',
      'app/features/messenger/hand-to-gateway.ts',
      // By the browser, of its own desk.
      'app/features/person-export/use-export.ts',
      'app/features/wall-board/use-wall-board.ts',
      'carriers/dial.ts',
      'db/open.ts',
      'seeds/host-messenger.ts',
    ],
  ],
  // What came with a call may name any address: it is judged as the connection is made, which fetch cannot.
  ['nobody else speaks HTTP by hand', /'node:https'/, ['app/features/review/fetch-recording.ts']],
  // A fetcher's own answer may be a refusal in place of what was asked for.
  [
    'what is read beside the page says when it cannot be',
    /\bload\b[^;\n]*= useFetcher\b|\bfetcher\.load\b/,
    ['app/components/use-loaded.ts'],
  ],
  ['no HTML from text', /dangerouslySetInnerHTML|\.innerHTML\b/, []],
  ['no code from text', /\beval\(|new Function\(/, []],
  ['no console in the product', /\bconsole\.\w+\(/, []],
];

test.each(bounded)('%s', (_what, pattern, where) => {
  const found = productFiles.filter((file) => pattern.test(codeOf(file)));
  expect(found.filter((file) => !where.includes(file))).toEqual([]);
  expect(where.filter((file) => !found.includes(file))).toEqual([]);
});

test('no statement is run from text with a value inside', () => {
  const joined = /\.(execute|executeMultiple|prepare)\(\s*(`[^`]*\$\{|'[^']*'\s*\+|"[^"]*"\s*\+)/;
  expect(productFiles.filter((file) => joined.test(codeOf(file)))).toEqual([]);
});

test('no SQL reads or writes files', () => {
  const onFiles = /\b(readfile|READFILE|writefile|WRITEFILE|load_extension)\s*\(|\bATTACH\s+DATABASE\b/;
  expect(productFiles.filter((file) => onFiles.test(codeOf(file)))).toEqual([]);
});

test.each(['control', 'tenant'])('every migration of the %s database is there and in order', (room) => {
  const folder = `db/${room}/migrations`;
  const journal: { entries: { idx: number; tag: string }[] } = JSON.parse(
    readFileSync(`${folder}/meta/_journal.json`, 'utf8'),
  );
  const tags = journal.entries.map(({ tag }) => tag);
  expect(journal.entries.map(({ idx }) => idx)).toEqual(tags.map((_tag, index) => index));
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  expect(files.sort()).toEqual(tags.map((tag) => `${tag}.sql`));
  expect(files.filter((name) => readFileSync(`${folder}/${name}`, 'utf8').trim() === '')).toEqual([]);
  const snapshots = readdirSync(`${folder}/meta`).filter((name) => name.endsWith('_snapshot.json'));
  expect(snapshots).toHaveLength(tags.length);
});

const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\./,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /PULT_SECRET_KEY=["']?[A-Za-z0-9+/]{43}=/,
];

test('nothing secret is kept in the repository', () => {
  const texts = trackedFiles().filter((file) => !/\.(png|woff2?|ico)$/.test(file));
  const leaking = texts.filter((file) => {
    const text = readFileSync(file, 'utf8');
    return secrets.some((pattern) => pattern.test(text));
  });
  expect(leaking).toEqual([]);
});

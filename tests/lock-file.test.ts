import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      bin: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const Names = z.record(z.string(), z.string());
const Manifest = z.object({ scripts: Names, dependencies: Names, devDependencies: Names });
/** Versions in `[from, below)` carry the fault. `accepted`: why it cannot hurt here. */
const Advisory = z.strictObject({
  id: z.string(),
  package: z.string(),
  from: z.string().default('0.0.0'),
  below: z.string(),
  accepted: z.string().optional(),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const lock = Lock.parse(readJson('package-lock.json'));
const advisories = z.array(Advisory).parse(readJson('tests/advisories.json'));
const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, { version }]) => ({ name: path.split('node_modules/').at(-1) ?? '', version: version ?? '' }));

/** Both `x.y.z`; a pre-release counts as its release. */
function isBelow(version: string, limit: string): boolean {
  const [a, b] = [version, limit].map((text) => text.split('-', 1)[0]?.split('.').map(Number) ?? []);
  const at = [0, 1, 2].find((index) => a?.[index] !== b?.[index]);
  return at !== undefined && (a?.[at] ?? 0) < (b?.[at] ?? 0);
}

test.each([
  ['1.2.3', '1.2.4', true],
  ['1.2.4', '1.2.4', false],
  ['1.10.0', '1.9.9', false],
  ['0.9.9', '1.0.0', true],
  ['2.0.0-beta.1', '2.0.0', false],
])('%s is below %s: %s', (version, limit, expected) => {
  expect(isBelow(version, limit)).toBe(expected);
});

test('nothing with a known fault is installed', () => {
  const open = advisories.filter(({ accepted }) => accepted === undefined);
  const hit = open.flatMap((advisory) =>
    installed
      .filter(({ name, version }) => name === advisory.package && isBelow(version, advisory.below))
      .filter(({ version }) => !isBelow(version, advisory.from))
      .map(({ name, version }) => `${name} ${version}: ${advisory.id}`),
  );
  expect(hit).toEqual([]);
});

test('every advisory is about something that is installed', () => {
  const names = new Set(installed.map(({ name }) => name));
  expect(advisories.filter((advisory) => !names.has(advisory.package))).toEqual([]);
});

test('every dependency has its line in docs/dependencies.md', () => {
  const { dependencies, devDependencies } = Manifest.parse(readJson('package.json'));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const rows = readFileSync('docs/dependencies.md', 'utf8')
    .split('\n')
    .map((row) => row.split('|')[1] ?? '');
  const told = rows.flatMap((cell) => cell.split(',')).map((name) => name.trim());
  expect(names.filter((name) => !told.includes(name))).toEqual([]);
});

test('no script calls a command that two packages offer: which one runs is chance', () => {
  const { scripts } = Manifest.parse(readJson('package.json'));
  const offered = Object.entries(lock.packages)
    .filter(([path]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path))
    .flatMap(([, { bin }]) => Object.keys(bin ?? {}));
  const contested = offered.filter((name, index) => offered.indexOf(name) !== index);
  const called = Object.values(scripts).flatMap((script) => script.split(/[\s&|]+/));
  expect(contested).toContain('tsc');
  expect(contested.filter((name) => called.includes(name))).toEqual([]);
});

test('no React Server Components package is installed', () => {
  expect(installed.filter(({ name }) => name.startsWith('react-server-dom'))).toEqual([]);
});

test('no entry names a registry: it installs from the one that is configured', () => {
  const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved?.includes('://'));
  expect(named.map(([path]) => path)).toEqual([]);
});

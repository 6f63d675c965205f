import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeOf, type Import, importsOf, isTest, sourceFiles } from './setup/source-files.ts';

const productFiles = sourceFiles.filter((file) => !isTest(file));
const imports = productFiles.flatMap(importsOf);

/** The first pattern that fits names the room of a file. */
const rooms: [name: string, where: RegExp][] = [
  ['entry', /^app\/cli\//],
  ['route', /^app\/routes\//],
  ['shell', /^app\/[^/]+$/],
  ['component', /^app\/components\//],
  ['locale', /^app\/locales\//],
  ['platform', /^app\/platform\//],
  ['page part', /^app\/features\/.*(\.tsx|\/use-[^/]+\.ts|\.css)$/],
  ['feature', /^app\/features\//],
  ['contract', /^carriers\/(port|send-windows|practice-room)\.ts$/],
  ['simulation', /^carriers\/(simulation|[^/]+\/(simulat|test-|catalogue)[^/]*)\.ts$/],
  ['carrier', /^carriers\/[^/]+\//],
  ['port', /^carriers\//],
  ['db', /^db\//],
  ['worker', /^workers\//],
  ['seed', /^seeds\//],
  ['test', /^tests\//],
];

/**
 * Who may import whom. `contract` is the carriers' contract and is open to everyone; the connected carriers
 * reach the routes only as `services.carriers`, which a process entry builds.
 */
const mayImport: Record<string, string[]> = {
  entry: ['entry', 'shell', 'platform', 'feature', 'db', 'worker', 'port', 'contract'],
  route: ['route', 'page part', 'feature', 'component', 'platform', 'locale', 'db', 'contract'],
  shell: ['shell', 'component', 'platform'],
  component: ['component', 'platform', 'locale', 'contract'],
  locale: ['locale'],
  platform: ['platform', 'feature', 'locale', 'db', 'contract'],
  'page part': ['page part', 'feature', 'component', 'platform', 'locale', 'contract'],
  feature: ['feature', 'platform', 'db', 'contract'],
  contract: ['contract'],
  simulation: ['simulation', 'carrier', 'contract', 'port'],
  carrier: ['carrier', 'contract'],
  port: ['port', 'carrier', 'simulation', 'contract'],
  db: ['db', 'feature', 'contract'],
  worker: ['worker', 'feature', 'platform', 'db', 'port', 'contract'],
  seed: ['seed', 'entry', 'shell', 'platform', 'feature', 'db', 'worker', 'port', 'simulation', 'contract'],
};

/** Types vanish before anything runs: these may be known where the code itself may not be used. */
const mayKnowTypesOf: Record<string, string[]> = {
  shell: ['route'],
  'page part': ['db', 'route'],
  component: ['route', 'feature'],
};

function roomOf(file: string): string {
  return rooms.find(([, where]) => where.test(file))?.[0] ?? 'nowhere';
}

function isAllowed({ from, to, isTypeOnly }: Import): boolean {
  const room = roomOf(from);
  if (mayImport[room]?.includes(roomOf(to))) return true;
  return isTypeOnly && mayKnowTypesOf[room]?.includes(roomOf(to)) === true;
}

const own = imports.filter(({ isPackage }) => !isPackage);
const edge = ({ from, to }: Import) => `${from} -> ${to}`;

describe('who may import whom', () => {
  test('every file stands in a room', () => {
    expect(sourceFiles.filter((file) => roomOf(file) === 'nowhere')).toEqual([]);
  });

  test('every import is allowed', () => {
    expect(own.filter((found) => !isAllowed(found)).map(edge)).toEqual([]);
  });

  test('a carrier knows its own folder and the contract only', () => {
    const folder = (file: string) => /^carriers\/([^/]+)\//.exec(file)?.[1];
    const abroad = own.filter(({ from, to }) => folder(from) && folder(to) && folder(from) !== folder(to));
    expect(abroad.map(edge)).toEqual([]);
  });

  test('only the registry names the carriers', () => {
    const named = own.filter(({ from, to }) => roomOf(from) === 'port' && /^carriers\/[^/]+\//.test(to));
    expect([...new Set(named.map(({ from }) => from))]).toEqual(['carriers/registry.ts']);
  });

  test('routes and components read by queries and never write', () => {
    const values = own.filter(({ from, isTypeOnly }) => roomOf(from) === 'route' && !isTypeOnly);
    const deep = values.filter(({ to }) => roomOf(to) === 'db' && !/^db\/\w+\/queries\//.test(to));
    expect(deep.map(edge)).toEqual([]);
  });
});

describe('commands', () => {
  const writes = (file: string) =>
    importsOf(file).some(({ to, isTypeOnly }) => to === 'db/commit.ts' && !isTypeOnly);
  const noun = (file: string) => /^app\/features\/([^/]+)\//.exec(file)?.[1];

  test("a feature uses another one's rules and reads, never its commands", () => {
    const abroad = own.filter(({ from, to }) => noun(from) && noun(to) && noun(from) !== noun(to));
    const values = abroad.filter(({ isTypeOnly }) => !isTypeOnly);
    expect(values.filter(({ to }) => writes(to)).map(edge)).toEqual([]);
  });
});

describe('the contact gate', () => {
  const files = productFiles.filter((file) => roomOf(file) !== 'seed');
  const speaking = (pattern: RegExp) => files.filter((file) => pattern.test(codeOf(file))).toSorted();

  test('only the gate says that a contact was let through', () => {
    expect(speaking(/\bas Pass\b/)).toEqual(['app/features/outreach/ask-gate.ts']);
  });

  test('a mail server is spoken to in one place, which demands a pass', () => {
    expect(speaking(/nodemailer\/lib\/smtp-connection|createTransport/)).toEqual([
      'app/features/mail/send-mail.ts',
    ]);
    expect(codeOf('app/features/mail/send-mail.ts')).toMatch(/\bpass: Pass;/);
  });

  test('so are the gateways of messengers and robots', () => {
    const ofServer = (file: string) => roomOf(file) === 'feature' || roomOf(file) === 'worker';
    const senders = ['app/features/messenger/carry-text.ts', 'app/features/robot/dial-robot.ts'];
    expect(speaking(/\bfetch\(/).filter(ofServer)).toEqual(['app/features/messenger/hand-to-gateway.ts']);
    expect(speaking(/\bhandToGateway\(/).filter((file) => !senders.includes(file))).toEqual([]);
    for (const sender of senders) expect(codeOf(sender)).toMatch(/\bpass: Pass\b/);
  });
});

describe('pure rules', () => {
  const purePackages = ['zod', 'libphonenumber-js/min', 'temporal-polyfill'];
  const pureRooms = ['feature', 'contract'];
  const memo = new Map<string, string[]>();

  /** The way from a file to the first thing that is not pure; empty: it is pure. */
  function wayOut(file: string): string[] {
    const known = memo.get(file);
    if (known) return known;
    memo.set(file, []);
    const found = importsOf(file)
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ to, isPackage }) => {
        if (isPackage) return purePackages.includes(to) ? [] : [file, to];
        if (to === 'app/platform/result.ts') return [];
        if (!pureRooms.includes(roomOf(to))) return [file, to];
        const further = wayOut(to);
        return further.length > 0 ? [file, ...further] : [];
      })
      .find((way) => way.length > 0);
    memo.set(file, found ?? []);
    return found ?? [];
  }

  const nouns = productFiles.filter((file) => /^app\/features\/([^/]+)\/\1\.ts$/.test(file));

  test.each(nouns)('%s knows only what is pure', (file) => {
    expect(wayOut(file)).toEqual([]);
  });

  test('the databases know only the pure part of a feature', () => {
    const used = own.filter(
      ({ from, to, isTypeOnly }) => !isTypeOnly && roomOf(from) === 'db' && roomOf(to) === 'feature',
    );
    expect(used.map(({ to }) => wayOut(to)).filter((way) => way.length > 0)).toEqual([]);
  });

  test('pure rules read no clock and draw no random number', () => {
    const impure = /\bnew Date\(\)|Date\.now\(|Math\.random\(|randomUUID\(|randomBytes\(/;
    expect(nouns.filter((file) => impure.test(codeOf(file)))).toEqual([]);
  });
});

describe('names and sizes', () => {
  test('no room for what has no name', () => {
    const nameless = /(^|\/)(utils?|helpers?|common|misc|services?)(\/|\.tsx?$)/;
    const words = /^app\/locales\/\w+\/common\.ts$/;
    expect(sourceFiles.filter((file) => nameless.test(file) && !words.test(file))).toEqual([]);
  });

  test('files are named in kebab-case', () => {
    const kebab = /^([a-z0-9]+(-[a-z0-9]+)*)(\.(test|config|client|server))?\.tsx?$/;
    expect(sourceFiles.filter((file) => !kebab.test(file.split('/').at(-1) ?? ''))).toEqual([]);
  });

  test('no folder is deeper than four below the root', () => {
    expect(sourceFiles.filter((file) => file.split('/').length > 5)).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const long = sourceFiles.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  test('a literal is written into its object, not spread into it', () => {
    expect(sourceFiles.filter((file) => /\.\.\.\{ ?\w/.test(codeOf(file)))).toEqual([]);
  });

  test('no barrels: the queues and the carriers are the only registries', () => {
    const passedOn = /^export\s+(type\s+)?(\*|\{[^}]*\})\s*from\b/m;
    // A route may pass on what the framework wants to find in it.
    const code = productFiles.filter((file) => roomOf(file) !== 'route');
    expect(code.filter((file) => passedOn.test(codeOf(file)))).toEqual([]);
    expect(sourceFiles.filter((file) => /\/index\.tsx?$/.test(file))).toEqual(['workers/index.ts']);
  });
});

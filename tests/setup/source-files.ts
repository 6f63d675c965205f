import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** `from`, `to`: paths below the project's root; a package keeps its own name. */
export type Import = { from: string; to: string; isPackage: boolean; isTypeOnly: boolean };

export const sourceFiles: readonly string[] = globSync('{app,db,workers,carriers,seeds,tests}/**/*.{ts,tsx}')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.includes('/migrations/'))
  .sort();

/** What the repository holds; without a repository, the sources. */
export function trackedFiles(): string[] {
  if (!existsSync('.git')) return [...sourceFiles];
  const listed = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 32_000_000 });
  return listed.split('\0').filter((file) => file !== '' && existsSync(file));
}

export function isTest(file: string): boolean {
  return file.startsWith('tests/') || /\.test\.tsx?$/.test(file);
}

/** Comments out: what they say is not code. Strings stay, so a `//` inside one ends its line early. */
export function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[\s;{}(,])\/\/.*$/gm, '$1');
}

const statement = /(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;

export function importsOf(file: string): Import[] {
  const code = codeOf(file);
  const found = [...code.matchAll(statement)].map(([, , type, to]) => resolve(file, to, type !== undefined));
  const later = [...code.matchAll(dynamic)].map(([, to]) => resolve(file, to, false));
  return [...found, ...later].filter(({ to }) => !to.includes('+types/'));
}

function resolve(from: string, to = '', isTypeOnly: boolean): Import {
  const isPackage = !/^[#.]/.test(to);
  const path = to.startsWith('#') ? to.slice(1) : posix.join(posix.dirname(from), to);
  return { from, to: isPackage ? to : path, isPackage, isTypeOnly };
}

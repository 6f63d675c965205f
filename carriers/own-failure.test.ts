import { expect, test } from 'vitest';
import { codeOf, isTest, sourceFiles } from '#tests/setup/source-files.ts';

/** A conflict list, a page of errors and a status have no code: these stand for what the carrier said. */
const unnamedByTheCarrier = ['conflict', 'html_page', 'http_429'];

test('no adapter tells a failure of its own past ownFailure, which knows the codes that have words', () => {
  const adapters = sourceFiles.filter((file) => file.startsWith('carriers/') && !isTest(file));
  const literals = adapters.flatMap((file) =>
    [...codeOf(file).matchAll(/\bclass: [^,]+,\s*code: '([a-z][\w-]*)'/g)].map(([, code]) => code),
  );
  expect(literals.filter((code) => !unnamedByTheCarrier.includes(code ?? ''))).toEqual([]);
  expect(literals).toHaveLength(unnamedByTheCarrier.length);
});

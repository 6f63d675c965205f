import { expect, test } from 'vitest';
import { importsOf, sourceFiles } from './source-files.ts';

test('every source file with an import statement has imports found in it', () => {
  const own = importsOf('tests/setup/source-files.test.ts');
  expect(own).toEqual([
    { from: 'tests/setup/source-files.test.ts', to: 'vitest', isPackage: true, isTypeOnly: false },
    {
      from: 'tests/setup/source-files.test.ts',
      to: 'tests/setup/source-files.ts',
      isPackage: false,
      isTypeOnly: false,
    },
  ]);
  expect(sourceFiles).toContain('app/routes.ts');
  expect(importsOf('carriers/registry.ts').map(({ to }) => to)).toContain('carriers/mts/adapter.ts');
});

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Of four minutes by itself: begun last, it would leave every other core idle. */
const longest = 'tests/tenancy.test.ts';
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted(
      (a, b) => Number(b.moduleId.endsWith(longest)) - Number(a.moduleId.endsWith(longest)),
    );
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/setup/own-folder.ts'],
    reporters: ['default', ['json', { outputFile: 'build/tests.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,db,workers,carriers,seeds,tests}/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          setupFiles: ['tests/setup/strict.ts'],
          // Unless told, a core is left idle: on two, half of the machine.
          maxWorkers: '100%',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // A browser wants the machine for itself: after the others, one file at a time.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

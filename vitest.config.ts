import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,db,workers,carriers,seeds,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    testTimeout: 20_000,
  },
});

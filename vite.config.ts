import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * The server's bundle holds no second copy of the database code: it finds its migrations beside itself, and
 * what the process opened must be what the routes use.
 */
const keepDatabaseCode: Plugin = {
  name: 'keep-database-code',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'ssr',
  resolveId: (id) => (id.startsWith('#db/') ? { id, external: true } : undefined),
};

export default defineConfig({ plugins: [keepDatabaseCode, reactRouter()] });

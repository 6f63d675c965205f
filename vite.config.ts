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

export default defineConfig({
  // What the pages draw with is taken in, less what they do not use: whole, it is a fifth of the web process.
  ssr: { noExternal: [/^@mantine\//, '@tabler/icons-react'] },
  plugins: [keepDatabaseCode, reactRouter()],
});

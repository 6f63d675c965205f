import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  ssr: true,
  // Lazy discovery would tell every visitor the table of routes at /__manifest.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;

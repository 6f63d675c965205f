import { type Profiler, Session } from 'node:inspector/promises';

/** Where the CPU of this thread goes, as shares of the wall time, by part of the program. */
export type CpuShares = Record<string, number>;

const parts: [string, RegExp][] = [
  ['queue: bullmq, ioredis', /node_modules\/(bullmq|ioredis|@ioredis|msgpackr|lua)/],
  ['queue: pglite', /node_modules\/@electric-sql|^wasm:/],
  ['database: libsql', /node_modules\/(@libsql|libsql|js-base64|promise-limit)/],
  ['database: drizzle', /node_modules\/drizzle-orm/],
  [
    'http: undici, net',
    /node_modules\/undici|internal\/deps\/undici|node:(net|http|_http|internal\/(stream|webstreams|stream_base|url|fetch|abort)|stream|internal\/http)/,
  ],
  ['parsing: zod, xml, uuid', /node_modules\/(zod|fast-xml|strnum|uuid|cheerio|htmlparser2|parse5|iconv)/],
  ['other packages', /node_modules/],
  ['other node', /^node:/],
  ['ours: carriers', /\/carriers\//],
  ['ours: workers', /\/workers\//],
  ['ours: db', /\/db\//],
  ['ours: app', /\/app\//],
  ['the bench', /\/(tests|seeds)\//],
];

export async function profileCpu(work: () => Promise<unknown>): Promise<CpuShares> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return sharesOf(profile);
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): CpuShares {
  const partOfNode = new Map<number, string>();
  const name = (node: Profiler.ProfileNode, inherited: string) => {
    const part = partOf(node.callFrame) ?? inherited;
    partOfNode.set(node.id, part);
    for (const child of node.children ?? []) {
      const found = byId.get(child);
      if (found) name(found, part);
    }
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const [root] = nodes;
  if (root) name(root, 'native');
  const sums = new Map<string, number>();
  samples.forEach((id, index) => {
    const part = partOfNode.get(id) ?? 'native';
    sums.set(part, (sums.get(part) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const all = [...sums.values()].reduce((sum, part) => sum + part, 0);
  const ranked = [...sums].toSorted((a, b) => b[1] - a[1]);
  return Object.fromEntries(ranked.map(([part, sum]) => [part, Number((sum / all).toFixed(3))]));
}

/** `undefined`: native code, which belongs to whoever called it. */
function partOf({ url, functionName }: Profiler.ProfileNode['callFrame']): string | undefined {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collector';
  if (functionName === '(program)' || functionName === '(root)') return 'native';
  return parts.find(([, pattern]) => pattern.test(url))?.[0];
}

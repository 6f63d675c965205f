import { z } from 'zod';
import { areAddresses } from './trusted-proxies.ts';

const secretKey = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');

const proxies = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((proxy) => proxy.trim()))
  .transform((names) => names.filter((name) => name !== ''))
  .refine(areAddresses, 'must be addresses or ranges such as 10.0.0.0/8, separated by commas');

const tenantUrl = z
  .string()
  .refine(
    (text) => text.includes('{tenant}') && URL.canParse(text.replaceAll('{tenant}', 't')),
    'must be an address with {tenant} in it, such as libsql://{tenant}.db.example.com',
  );

const Env = z.object({
  PULT_DATA_DIR: z.string().min(1).default('data'),
  /** 32 bytes in base64; seals carrier credentials and second factors. */
  PULT_SECRET_KEY: secretKey,
  /** The address people open, without a path. Cookies are Secure unless it is plain HTTP on loopback. */
  PULT_ORIGIN: z.url().default('http://localhost:4600'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4600),
  HOST: z.string().default('127.0.0.1'),
  /** Proxies that are believed when they say for whom they call. */
  PULT_TRUSTED_PROXIES: proxies,
  REDIS_URL: z.url().optional(),
  PULT_CONTROL_URL: z.url().optional(),
  /** Where the database of a new tenant is; `{tenant}` stands for its id. */
  PULT_TENANT_URL: tenantUrl.optional(),
  PULT_DATABASE_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Fault tests only: the named point at which this process kills itself. */
  PULT_CRASH_AT: z.string().optional(),
});
export type Env = z.infer<typeof Env>;
const WholeEnv = Env.refine((env) => !env.PULT_CONTROL_URL || env.PULT_TENANT_URL, {
  path: ['PULT_TENANT_URL'],
  error: 'is needed beside PULT_CONTROL_URL, such as libsql://{tenant}.db.example.com',
});

/** For a process that chooses its key and more by itself: what it chose stands above the machine's variables. */
export function readEnvUnder(chosen: Partial<Record<keyof Env, string>>): Env {
  return readEnv({ ...process.env, ...chosen });
}

/** Where such a process keeps its data and listens, unless the machine's variables say otherwise. */
export function readPlace(dataDir: string, source: NodeJS.ProcessEnv = process.env) {
  return Env.pick({ PULT_DATA_DIR: true, PORT: true }).parse({ PULT_DATA_DIR: dataDir, ...source });
}

/** Reads the configuration once; throws one message that names every wrong or missing variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = WholeEnv.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  const hint = 'A new key: node -p "crypto.randomBytes(32).toString(\'base64\')"';
  throw new Error(`The configuration is not complete:\n${faults.join('\n')}\n${hint}`);
}

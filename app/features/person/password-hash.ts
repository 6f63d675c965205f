import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Argon2id, as OWASP asks at least. */
const policy = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of nothing anybody knows: an unknown person costs the same work as a wrong password. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$UPfUpQ8hUJz/JrpwyEZQOA$Ff7yX6nZcqjyzDpUeKwRaMuZxs8dI6cwEJsLk7ayIYo';

/** Each hash takes 19 MiB and a core: two at a time, the others wait. */
const slots = { free: 2, waiting: [] as (() => void)[] };

async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (slots.free > 0) slots.free -= 1;
  else await new Promise<void>((enter) => slots.waiting.push(enter));
  try {
    return await work();
  } finally {
    const next = slots.waiting.shift();
    if (next) next();
    else slots.free += 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inSlot(() => hash(password.normalize('NFKC'), policy));
}

/** `hashed`: `null` for nobody, which is never right. */
export async function verifyPassword(hashed: string | null, password: string): Promise<boolean> {
  const right = await inSlot(() => verify(hashed ?? nobody, password.normalize('NFKC')));
  return right && hashed !== null;
}

/** Made under other parameters than today's. */
export function needsRehash(hashed: string): boolean {
  const made = parseOptions(hashed);
  return (Object.keys(policy) as (keyof typeof policy)[]).some((name) => made[name] !== policy[name]);
}

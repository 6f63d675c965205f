import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A secret sealed by AES-256-GCM: `v1.<iv>.<tag>.<ciphertext>`, base64url. `context` must match to open. */
export function seal(key: Buffer, context: string, plain: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return ['v1', ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

export function unseal(key: Buffer, context: string, sealed: string): string {
  const [version, iv, tag, body] = sealed.split('.');
  if (version !== 'v1' || !iv || !tag || body === undefined)
    throw new Error(`The secret of ${context} is damaged.`);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'));
    decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, 'base64url'));
    return decipher.update(Buffer.from(body, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new Error(
      `The secret of ${context} cannot be opened: PULT_SECRET_KEY is not the one it was sealed with.`,
    );
  }
}

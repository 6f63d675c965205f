/** What a command comes back with. Expected refusals are returned; bugs and outages throw. */
export type Result<T, E extends { code: string }> = { ok: true; value: T } | { ok: false; error: E };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<E extends { code: string }>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}

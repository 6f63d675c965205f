/** A version without `inForceFrom` is the draft, and the last. */
type Version = { number: number; inForceFrom: Date | null };

export function draftOf<V extends Version>(versions: readonly V[]): V | undefined {
  return versions.find(({ inForceFrom }) => inForceFrom === null);
}

/** The version that people are let on: the last that was put in force. */
export function inForceOf<V extends Version>(versions: readonly V[]): V | undefined {
  return versions.findLast(({ inForceFrom }) => inForceFrom !== null);
}

export function newestOf<V extends Version>(versions: readonly V[]): V | undefined {
  return inForceOf(versions) ?? versions.at(-1);
}

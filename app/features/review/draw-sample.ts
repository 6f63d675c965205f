import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Something that can be reviewed; `stratum`: what it is drawn within, such as an agent and a channel. */
export type Candidate = { id: string; stratum: string };

export type Draw = {
  drawn: string[];
  /** In this order they stand in for what cannot be reviewed, each within its own stratum. */
  reserve: Candidate[];
};

/** Draws `size` of the candidates, each with the same chance. The same seed draws the same, in whatever order they come. */
export function drawRandom(candidates: readonly Candidate[], size: number, seed: number): Draw {
  const mixed = shuffle(candidates, seed);
  return { drawn: mixed.slice(0, size).map(({ id }) => id), reserve: mixed.slice(size) };
}

/** Draws up to `perStratum` of every stratum, so that nobody is left out by chance. */
export function drawStratified(candidates: readonly Candidate[], perStratum: number, seed: number): Draw {
  const taken = new Map<string, number>();
  const drawn: string[] = [];
  const reserve: Candidate[] = [];
  for (const candidate of shuffle(candidates, seed)) {
    const before = taken.get(candidate.stratum) ?? 0;
    taken.set(candidate.stratum, before + 1);
    if (before < perStratum) drawn.push(candidate.id);
    else reserve.push(candidate);
  }
  return { drawn, reserve };
}

/** Something drawn that was exchanged for the next of the reserve, and why. */
export type Replacement = { id: string; stratum: string; reason: string };
export type ReplacementRefusal =
  | { code: 'not-drawn'; id: string }
  | { code: 'reason-missing'; id: string }
  | { code: 'reserve-empty'; id: string };

/**
 * What is to be reviewed after the replacements, in their order. Nobody chooses what comes instead: it is the next
 * of the reserve of the same stratum, so a replacement is replayed like the draw; how many there were is shown.
 */
export function applyReplacements(
  { drawn, reserve }: Draw,
  replacements: readonly Replacement[],
): { ok: true; drawn: string[] } | { ok: false; error: ReplacementRefusal } {
  const current = [...drawn];
  const left = [...reserve];
  for (const { id, stratum, reason } of replacements) {
    const at = current.indexOf(id);
    if (at < 0) return { ok: false, error: { code: 'not-drawn', id } };
    if (reason.trim() === '') return { ok: false, error: { code: 'reason-missing', id } };
    const next = left.findIndex((candidate) => candidate.stratum === stratum);
    const [instead] = next < 0 ? [] : left.splice(next, 1);
    if (!instead) return { ok: false, error: { code: 'reserve-empty', id } };
    current[at] = instead.id;
  }
  return { ok: true, drawn: current };
}

function shuffle(candidates: readonly Candidate[], seed: number): Candidate[] {
  const generator = xoroshiro128plus(seed);
  const left = candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const mixed: Candidate[] = [];
  while (left.length > 0) {
    const at = uniformInt(generator, 0, left.length - 1);
    const [chosen] = left.splice(at, 1, ...left.slice(-1));
    left.pop();
    if (chosen) mixed.push(chosen);
  }
  return mixed;
}

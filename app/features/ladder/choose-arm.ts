import type { Arm } from './ladder.ts';

export type Trial = {
  championId: string;
  challengerId: string | null;
  challengerPercent: number;
  controlPercent: number;
  salt: string;
};

/** Who is drawn for which: the same for the same salt and receivable, at whatever time it is asked. */
export function chooseArm(trial: Omit<Trial, 'championId'>, receivableId: string): Arm {
  const place = (hashOf(`${trial.salt} ${receivableId}`) / 2 ** 32) * 100;
  if (place < trial.controlPercent) return 'control';
  const isDrawn = trial.challengerId !== null && place < trial.controlPercent + trial.challengerPercent;
  return isDrawn ? 'challenger' : 'champion';
}

/** FNV-1a, then the finisher of MurmurHash3, without which near ids fall near each other. 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

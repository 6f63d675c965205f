import { createHeard } from './create-heard.ts';

/** Somebody's points changed: for the pages of the game. */
export const pointsHeard = createHeard();

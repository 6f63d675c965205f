import { createHeard } from './create-heard.ts';

/** A plan changed or is being solved: for the planners' pages. */
export const rosterHeard = createHeard();

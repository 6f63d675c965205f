import { createHeard } from './create-heard.ts';

/** This person's own calls. */
export const callHeard = createHeard();

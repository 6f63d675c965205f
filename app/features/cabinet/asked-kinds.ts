/** What he may want of us, as he may say it himself; a complaint is welcome like any other. */
export const askedKinds = [
  'question',
  'fault',
  'change',
  'mistaken-payment',
  'personal-data',
  'complaint',
] as const;

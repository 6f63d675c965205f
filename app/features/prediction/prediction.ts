/** What is foretold. */
export const predictionTargets = ['nonpayment'] as const;
export type PredictionTarget = (typeof predictionTargets)[number];

/** From the simplest; each is used only where it beats the one before it. */
export const modelKinds = ['scorecard', 'logistic', 'additive'] as const;
export type ModelKind = (typeof modelKinds)[number];

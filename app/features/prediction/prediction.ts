/** What is foretold. */
export const predictionTargets = ['nonpayment', 'churn'] as const;
export type PredictionTarget = (typeof predictionTargets)[number];

/** From the simplest; each is used only where it beats the one before it. */
export const modelKinds = ['scorecard', 'logistic', 'additive'] as const;
export type ModelKind = (typeof modelKinds)[number];

export const trainingStages = ['waiting', 'reading', 'training', 'ended'] as const;
export type TrainingStage = (typeof trainingStages)[number];

/** `not-better`: the model is kept, and the one before it stays in force. */
export const trainingOutcomes = ['in-force', 'not-better', 'too-little', 'failed'] as const;
export type TrainingOutcome = (typeof trainingOutcomes)[number];

/** Population stability index of one feature: over 0.25 its values are not those any more that a model was made from. */
export type Drift = { name: string; index: number };
export const alarmingDrift = 0.25;

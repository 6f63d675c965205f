import type { Action } from '../access/can.ts';
import type { StrategyFault } from './strategy-faults.ts';

/** Every expected no of the commands on strategies and their trials. */
export type StrategyRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'strategy-not-found' }
  | { code: 'strategy-retired' }
  | { code: 'strategy-name-taken' }
  /** Somebody saved the draft since this one was opened; both are kept until one of them is chosen. */
  | { code: 'draft-changed' }
  | { code: 'nothing-drafted' }
  | { code: 'strategy-faulty'; faults: StrategyFault[] }
  /** A trial runs with it. */
  | { code: 'strategy-on-trial' }
  | { code: 'strategy-not-in-force' }
  | { code: 'trial-runs' }
  | { code: 'trial-not-found' }
  | { code: 'trial-shares' }
  | { code: 'trial-same-strategy' }
  | { code: 'conflict' };

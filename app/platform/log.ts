import { type Logger, pino } from 'pino';
import { createContext } from 'react-router';
import type { Env } from './env.ts';

export function createLog(env: Pick<Env, 'LOG_LEVEL'>): Logger {
  return pino({ level: env.LOG_LEVEL, base: null });
}

export const logContext = createContext<Logger>();

import type { ImportRefusal, ImportReport } from './import-subscribers.ts';

/** One line of the report while a file is taken in, as JSON. The last one is `done` or `refused`. */
export type ImportLine =
  | { type: 'progress'; report: ImportReport }
  | { type: 'rejected'; row: number; field: string; value: string; why: string }
  | { type: 'done'; report: ImportReport }
  | { type: 'refused'; refusal: ImportRefusal };

import { z } from 'zod';
import type { Action } from '#app/features/access/can.ts';

export const exportLists = ['subscribers', 'cases'] as const;
export type ExportList = (typeof exportLists)[number];
export type ExportFormat = 'csv' | 'xlsx';

/** From ten thousand people on, the law counts a leak as a large one: no file holds so many rows. */
export const mostExported = 9999;

/** Every expected no about exports of persons. */
export type ExportRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'export-too-large'; rows: number; most: number }
  | { code: 'export-empty' };

const day = z.iso.date('date').or(z.literal('')).default('');

/** Dates of the tenant's zone, both within, empty: any. They are of when a case was opened, a subscriber came. */
export const ExportInput = z
  .strictObject({
    list: z.enum(exportLists, 'required'),
    format: z.enum(['csv', 'xlsx'], 'required'),
    carrier: z
      .string()
      .regex(/^[a-z0-9-]{0,32}$/, 'other')
      .default(''),
    from: day,
    to: day,
    reason: z.string().trim().min(10, 'short').max(300, 'long'),
  })
  .refine(({ from, to }) => from === '' || to === '' || from <= to, { error: 'later-than', path: ['to'] });
export type ExportInput = z.infer<typeof ExportInput>;

/** What was asked to be in a file, without its reason. */
export type ExportFilter = Pick<ExportInput, 'carrier' | 'from' | 'to'>;

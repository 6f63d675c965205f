import { z } from 'zod';
import { capSpans, RuleInput } from '#app/features/points/points.ts';

const Whole = z.coerce.number({ error: 'points' });

/** A rule as its form sends it; whoever is left out is named by ids with a comma between. */
export const RuleForm = z
  .object({
    title: z.string(),
    event: z.string(),
    points: Whole,
    capPer: z.enum(['none', ...capSpans]),
    capPoints: z.string().default(''),
    isOn: z.string().optional(),
    control: z.string().default(''),
  })
  .transform(({ capPer, capPoints, isOn, control, ...rest }) => ({
    ...rest,
    cap: capPer === 'none' ? null : { per: capPer, points: Number(capPoints) },
    isOn: isOn !== undefined,
    control: control === '' ? null : control.split(','),
  }))
  .pipe(RuleInput);

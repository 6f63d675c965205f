import type { z } from 'zod';

/** What is wrong with one value inside the settings of a carrier account. Texts: `admin:setting.<code>`. */
export type SettingFault = { path: string } & (
  | { code: 'text' | 'number' | 'whole' | 'yesOrNo' | 'list' | 'object' | 'url' | 'empty' | 'other' }
  | { code: 'least' | 'above' | 'most' | 'below'; bound: number }
  | { code: 'oneOf'; values: string }
);

const wanted: Partial<Record<string, 'text' | 'number' | 'whole' | 'yesOrNo' | 'list' | 'object'>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'yesOrNo',
  array: 'list',
  object: 'object',
  record: 'object',
};

/** Says an issue of a carrier's own schema in terms that both languages have words for. */
export function settingFaultOf(issue: z.core.$ZodIssue): SettingFault {
  const path = issue.path.join('.');
  switch (issue.code) {
    case 'invalid_type':
      return { path, code: wanted[issue.expected] ?? 'other' };
    case 'invalid_format':
      return { path, code: issue.format === 'url' ? 'url' : 'other' };
    case 'invalid_value':
      return { path, code: 'oneOf', values: issue.values.join(', ') };
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return { path, code: 'empty' };
      return { path, code: issue.inclusive ? 'least' : 'above', bound: Number(issue.minimum) };
    case 'too_big':
      return { path, code: issue.inclusive ? 'most' : 'below', bound: Number(issue.maximum) };
    default:
      return { path, code: 'other' };
  }
}

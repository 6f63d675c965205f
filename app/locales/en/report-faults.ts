/** What is wrong with a field of a report: a part of `errors:field`. */
export default {
  metric: 'There is no such figure.',
  'metric-count': 'No more than four figures in a report.',
  'metric-unfit':
    'One of the figures cannot be counted like that: drop the breakdown, the filter or the step, or choose another figure.',
  'period-long': 'The period is too long: three years at most.',
  'too-fine': 'Too fine: choose a longer step or a shorter period, or drop the breakdown.',
  'by-itself': 'It is filtered by the same thing already: choose another breakdown.',
} as const;

import { buckets } from '#app/features/receivable/ageing.ts';

export const overdueBuckets = buckets.filter((bucket) => bucket !== 'current');

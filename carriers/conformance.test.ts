import { describeCarrier } from './conformance.ts';
import { carriers } from './registry.ts';

for (const { definition, simulator } of Object.values(carriers))
  describeCarrier(definition, await simulator());

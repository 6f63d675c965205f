import { describeCarrier } from '../conformance.ts';
import { beeline } from './adapter.ts';
import { simulator } from './simulator.ts';

describeCarrier({ ...beeline }, simulator);

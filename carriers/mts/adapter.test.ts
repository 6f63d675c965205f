import { describeCarrier } from '../conformance.ts';
import { mts } from './adapter.ts';
import { simulator } from './simulator.ts';

describeCarrier(mts, simulator);

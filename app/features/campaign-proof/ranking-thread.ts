import { parentPort, workerData } from 'node:worker_threads';
import type { Measure } from './campaign-proof.ts';
import { type RankedMember, rankMembers } from './rank-members.ts';

/** The body of the thread in which members are ranked: it holds no database and may be killed at any moment. */
const { members, measure } = workerData as { members: RankedMember[]; measure: Measure };
parentPort?.postMessage(rankMembers(members, measure));

import { parentPort, workerData } from 'node:worker_threads';
import { type TrainingJob, train } from './training-job.ts';

/** The body of the thread in which a model is trained: it holds no database and may be killed at any moment. */
parentPort?.postMessage(train(workerData as TrainingJob));

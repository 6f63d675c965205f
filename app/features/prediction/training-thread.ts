import { parentPort, workerData } from 'node:worker_threads';
import { type TrainingInput, trainNonpayment } from './train-nonpayment.ts';

/** The body of the thread in which a model is trained: it holds no database and may be killed at any moment. */
parentPort?.postMessage(trainNonpayment(workerData as TrainingInput));

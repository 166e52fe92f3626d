import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Share } from '../model/ports.js'

/** Starts a lane: `lane.js` in a thread of its own, with its share of the work. Rejects with the lane's own fault. */
export const startLane = (share: Share): Promise<readonly Diagnostic[]> =>
  new Promise((resolve, reject) => {
    const lane = new Worker(new URL('./lane.js', import.meta.url), { workerData: share })
    lane.once('message', resolve)
    lane.once('error', reject)
    lane.once('exit', code => reject(new Error(`A lane ended with ${code} and no answer.`)))
  })

/** The lane's own end: does its share and answers. */
export async function answer(work: (share: Share) => Promise<readonly Diagnostic[]>): Promise<void> {
  if (isMainThread || parentPort === null) throw new Error('A lane runs in a thread of its own.')
  parentPort.postMessage(await work(workerData as Share))
}

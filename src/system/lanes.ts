import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Lane, Share, Stretch } from '../model/ports.js'

/** What a lane says when it has handed over its last stretch. */
const END = 'end'

/** Starts a lane: `lane.js` in a thread of its own. */
export function startLane(share: Share, take: (stretch: Stretch) => void): Lane {
  const lane = new Worker(new URL('./lane.js', import.meta.url), { workerData: share })
  const ended = new Promise<void>((resolve, reject) => {
    lane.on('message', (said: Stretch | typeof END) => {
      if (said === END) resolve()
      else take(said)
    })
    lane.once('error', reject)
    lane.once('exit', code => reject(new Error(`A lane ended with ${code} before its work was done.`)))
  })
  // Waited for later; until then a fault is no unhandled one.
  ended.catch(() => undefined)
  return { ended }
}

/** The lane's own end: does its share and hands over each stretch. */
export async function doShare(
  work: (share: Share, handOver: (stretch: Stretch) => void) => Promise<void>,
): Promise<void> {
  const port = parentPort
  if (isMainThread || port === null) throw new Error('A lane runs in a thread of its own.')
  await work(workerData as Share, stretch => port.postMessage(stretch))
  port.postMessage(END)
}

/** Lets messages of lanes come in. */
export const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

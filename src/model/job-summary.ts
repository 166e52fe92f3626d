import type { World } from './ports.js'

/** The file that a CI runner shows as the summary of the job; absent where there is none that can be written. */
export function jobSummaryOf({ environment, disk }: Pick<World, 'environment' | 'disk'>): string | undefined {
  const path = environment['GITHUB_STEP_SUMMARY']
  if (path?.startsWith('/') !== true) return undefined
  const there = disk.kindOf(path)
  return there === undefined || there === 'file' ? path : undefined
}

/** Adds Markdown to the summary of the CI job, after what other steps have written there. */
export function addToJobSummary(world: World, text: string | undefined): void {
  const path = jobSummaryOf(world)
  if (path === undefined || text === undefined) return
  if (world.disk.kindOf(path) === undefined) {
    world.disk.create(path, text)
    return
  }
  const read = world.disk.read(path)
  if ('problem' in read) {
    world.remark(
      world.language === 'sv'
        ? 'Jobbets sammanfattning gick inte att läsa, så ingenting lades till i den.'
        : 'The summary of the job could not be read, so nothing was added to it.',
    )
    return
  }
  const added = new TextEncoder().encode(text)
  const whole = new Uint8Array(read.bytes.length + added.length)
  whole.set(read.bytes)
  whole.set(added, read.bytes.length)
  world.disk.replace(path, whole)
}

import type { World } from './ports.js'

/** The file that a CI runner shows as the summary of the job; absent where there is none. */
export function jobSummaryOf({ environment }: Pick<World, 'environment'>): string | undefined {
  const path = environment['GITHUB_STEP_SUMMARY']
  return path?.startsWith('/') === true ? path : undefined
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
  world.disk.replace(path, Uint8Array.from([...read.bytes, ...new TextEncoder().encode(text)]))
}

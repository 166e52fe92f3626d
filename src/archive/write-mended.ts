import type { World } from '../model/ports.js'
import type { Said } from '../model/said.js'
import type { Mending } from './mend-archive.js'
import type { OpenPremises } from './open.js'

/** Writes repairs, file by file whole, and says how many there were. What is moved is written in its new place first. */
export function writeMended({ files, fixed }: Mending, { at }: OpenPremises, world: World): void {
  const { disk, language } = world
  for (const { path, to, before, after } of files) {
    if (to !== undefined) {
      disk.create(at(to), after)
      disk.remove(at(path))
    } else if (after !== before) disk.replace(at(path), after)
  }
  world.remark(told(fixed, files.length)[language])
}

function told(fixed: number, files: number): Said {
  if (fixed === 0)
    return { sv: 'Inget gick att rätta av sig självt.', en: 'Nothing could be mended by itself.' }
  return {
    sv: `Rättat: ${fixed} ${fixed === 1 ? 'sak' : 'saker'} i ${files} ${files === 1 ? 'fil' : 'filer'}.`,
    en: `Mended: ${fixed} ${fixed === 1 ? 'thing' : 'things'} in ${files} ${files === 1 ? 'file' : 'files'}.`,
  }
}

// Reads an archive whole and judges nothing: what reading alone costs of `validate`.
import { join } from 'node:path'

const [program, folder] = process.argv.slice(2)
const from = module => import(join(program, 'dist', module))
const { loadArchive } = await from('archive/load.js')
const { folderSource } = await from('archive/source.js')
const { readKindSet } = await from('kinds/kind-set.js')
const { realDisk } = await from('system/disk.js')
const disk = realDisk()
const kinds = readKindSet(folderSource(disk, join(program, 'templates')))
await loadArchive(folderSource(disk, folder), kinds, '2024-06-10')

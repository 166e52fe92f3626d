// Reads an archive whole and judges nothing: what reading alone costs of `validate`.
import { join } from 'node:path'

const [parts, program, folder] = process.argv.slice(2)
const { loadArchive, folderSource, readKindSet, realDisk } = await import(parts)
const disk = realDisk()
const kinds = readKindSet(folderSource(disk, join(program, 'templates')))
await loadArchive(folderSource(disk, folder), kinds, '2024-06-10')

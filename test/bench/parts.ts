// What the benchmarks use of the program from within; the bench makes one file of it.
export { loadArchive } from '../../src/archive/load.js'
export { sealOf } from '../../src/archive/seal.js'
export { folderSource } from '../../src/archive/source.js'
export { readKindSet } from '../../src/kinds/kind-set.js'
export { partFrontMatter } from '../../src/parse/front-matter.js'
export { realDisk } from '../../src/system/disk.js'

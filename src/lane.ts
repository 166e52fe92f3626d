import { takeShare } from './archive/take-share.js'
import { RULES } from './rules/index.js'
import { realDisk } from './system/disk.js'
import { doShare } from './system/lanes.js'

// Another processor's part of `validate`: reads its share of the documents and judges each by itself.
await doShare((share, handOver) => takeShare(share, realDisk(), RULES, handOver))

import { judgedShare } from './archive/judge-share.js'
import { RULES } from './rules/index.js'
import { realDisk } from './system/disk.js'
import { answer } from './system/lanes.js'

// Another processor's part of `validate`: reads its share of the documents and judges each by itself.
await answer(share => judgedShare(share, realDisk(), RULES))

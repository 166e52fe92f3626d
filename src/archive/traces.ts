import type { Archive } from '../model/archive.js'
import type { Day } from '../model/day.js'
import type { Document } from '../model/document.js'
import { isGeneralItem } from '../model/general-item.js'
import type { Sitting } from '../model/sitting.js'
import { sittingsOf } from '../model/sittings.js'
import { tasksOf } from '../model/tasks.js'
import { folded } from '../model/text.js'
import type { Waiting } from '../model/waiting.js'
import { matterIds } from './carry-forward.js'

/** Where the meetings of a group cite, link or repeat something. Indexes are those of `sittings`, in order. */
export interface Traces {
  /** The meetings, in the order of their days. */
  readonly sittings: readonly Sitting[]
  /** The meetings that take up something that waits: by its address, by its matter, or in its words. */
  of(waiting: Waiting): readonly number[]
  /** The meetings that give or tick an action in these words. */
  ofTask(task: string): readonly number[]
}

/** Reads the meetings of a group once for all that is looked for in them. `before`: only meetings before that day. */
export function tracesOf(archive: Archive, slug: string, before?: Day): Traces {
  const all = sittingsOf(archive, slug)
  const sittings = before === undefined ? all : all.filter(({ day }) => day < before)
  const found = new Map<string, number[]>()
  for (const [index, { documents }] of sittings.entries()) {
    const add = (sort: Sort, words: string) => {
      const key = `${sort} ${words}`
      const at = found.get(key)
      if (at === undefined) found.set(key, [index])
      else if (at.at(-1) !== index) at.push(index)
    }
    for (const document of documents) readInto(document, add)
  }
  const at = (sort: Sort, words: string): readonly number[] => found.get(`${sort} ${words}`) ?? []
  return {
    sittings,
    of: ({ what, address, text, about }) =>
      inOrder([
        ...[address, ...about].flatMap(id => at('cites', id.toLowerCase())),
        ...at(what === 'action' ? 'gives' : 'heads', folded(text)),
      ]),
    ofTask: task => at('gives', folded(task)),
  }
}

/** `cites`: an address or id; `gives`: the words of an action; `heads`: a title. */
type Sort = 'cites' | 'gives' | 'heads'

function readInto(document: Document, add: (sort: Sort, words: string) => void): void {
  const { body } = document
  for (const { address } of body.mentions) add('cites', address.toLowerCase())
  for (const { title, attributes } of body.sections) {
    if (!isGeneralItem(title)) add('heads', folded(title))
    for (const id of matterIds(attributes)) add('cites', id.toLowerCase())
  }
  for (const task of tasksOf(document)) add('gives', task)
}

const inOrder = (indexes: readonly number[]): readonly number[] =>
  [...new Set(indexes)].sort((one, other) => one - other)

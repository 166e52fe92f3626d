import { type Document, nameOf } from './document.js'
import { stated } from './fields.js'
import { mayBeRepeated } from './repeatable.js'
import type { Said } from './said.js'
import { sectionAt } from './section-at.js'

/** Something that a group has before it and must not lose between two meetings. */
export interface Waiting {
  readonly what: 'action' | 'deferred' | 'matter' | 'deviation'
  /** `PROT-lansgrupp-2024-05-31 § 4 u2`, `ARE-2024-3m7q`. */
  readonly address: string
  /** In the words of the document: the task, the title. */
  readonly text: string
  /** Where it was said. */
  readonly from: Document
  readonly line: number
  /** When it is due or was to come back, as written. */
  readonly due?: string
  /** Ids of the matters and deviations that it is about. */
  readonly about: readonly string[]
  /** Why it waits, for the reader of an agenda. */
  readonly because: Said
}

/** True when what waits may be repeated in another document: it comes from an open one, and from no confidential passage. */
export const mayBeTold = ({ from, line }: Waiting): boolean =>
  mayBeRepeated(from, { line, ...stated('section', sectionAt(from.body.sections, line)?.index) })

/** The address of what waits; without the heading in it where that may not be repeated. */
export function addressShown(waiting: Waiting): string {
  if (mayBeTold(waiting)) return waiting.address
  const name = nameOf(waiting.from)
  const part = waiting.address.slice(name.length).trim()
  return /^(?:§ \d.*)?$/.test(part) ? waiting.address : `${name} …`
}

import type { Document } from './document.js'
import { anchorOf } from './text.js'

/** The anchors of a document's headings, as a forge makes them: the second of two alike ends in `-1`, the third in `-2`. */
export function anchorsOf(document: Document): ReadonlySet<string> {
  const known = read.get(document)
  if (known !== undefined) return known
  const anchors = new Set<string>()
  const counted = new Map<string, number>()
  for (const { text } of document.body.headings) {
    const plain = anchorOf(text.normalize('NFC'))
    let count = counted.get(plain) ?? 0
    let anchor = count === 0 ? plain : `${plain}-${count}`
    while (anchors.has(anchor)) anchor = `${plain}-${++count}`
    counted.set(plain, count + 1)
    anchors.add(anchor)
  }
  read.set(document, anchors)
  return anchors
}

const read = new WeakMap<Document, ReadonlySet<string>>()

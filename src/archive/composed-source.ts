import { decode } from '../parse/encoding.js'
import type { Source } from './source.js'

/** The same files with letters composed (NFC): what a program wrote as a letter and its dots is read as one letter. */
export const composedSource = (source: Source): Source => ({
  list: () => source.list(),
  read: path => {
    const read = source.read(path)
    if ('problem' in read) return read
    const { text, unreadable } = decode(read.bytes)
    const composed = unreadable ? text : text.normalize('NFC')
    return composed === text ? read : { bytes: new TextEncoder().encode(composed) }
  },
})

import { decode } from '../parse/encoding.js'
import type { TextOf } from './placing.js'
import type { Source } from './source.js'

/** Gives the texts of the files of an archive, with LF; absent where a file is no text. */
export const textReader =
  (source: Source): TextOf =>
  path => {
    const read = source.read(path)
    if ('problem' in read) return undefined
    const { text, unreadable } = decode(read.bytes)
    return unreadable ? undefined : text
  }

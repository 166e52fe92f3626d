import type { ReadResult } from '../model/ports.js'
import type { Edit } from '../parse/edit.js'

/** The text of a file, every character as it stands: its own line ends, and its byte order mark. Absent when it cannot be read. */
export const writtenText = (read: ReadResult): string | undefined =>
  'problem' in read ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.bytes)

/** A text as the readers have it: without byte order mark, line ends as LF. */
export const asRead = (written: string): string => written.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** A change of the text as read, as a change of the text as it is written; what is new takes the line ends that are there. */
export function asWritten(written: string, { from, to, by }: Edit): Edit {
  const offset = offsetsIn(written)
  const first = /\r\n?|\n/.exec(written)?.[0] ?? '\n'
  return { from: offset(from), to: offset(to), by: by.replaceAll('\n', first) }
}

/** For offsets of the text as read, asked for in order: where they stand in the text as it is written. */
function offsetsIn(written: string): (offset: number) => number {
  let at = written.startsWith('\ufeff') ? 1 : 0
  let read = 0
  return offset => {
    for (; read < offset; read++) at += written[at] === '\r' && written[at + 1] === '\n' ? 2 : 1
    return at
  }
}

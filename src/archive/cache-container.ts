import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import type { OpenFile } from '../model/ports.js'

/**
 * A file of rows that are read when they are asked for: the rows, columns and a head (all JSON) that say what they are,
 * and a mark. Everything carries checksums, the rows in pages, so that a row is checked without the others being read.
 */
export interface Container {
  readonly head: unknown
  /** A column, by its number, as JSON. */
  column(at: number): string
  /** Reads rows, soonest when they are asked for in order. Whoever reads elsewhere at the same time makes another. */
  reader(): RowReader
}

/** Gives a row as it was written; absent when the place where it stands is damaged. */
export type RowReader = (from: number, length: number) => string | undefined

/**
 * The bytes of a container, each part to be used before the next is taken. Rows stand one after the other, each a text
 * in which a character is a byte; columns and head, JSON of the same sort, are asked for when all have been taken.
 */
export function* packed(
  rows: Iterable<string>,
  rest: () => { readonly head: string; readonly columns: readonly string[] },
): Generator<Uint8Array> {
  const sums: number[] = []
  const page = Buffer.allocUnsafe(PAGE)
  let used = 0
  for (const row of rows) {
    for (let at = 0; at < row.length; ) {
      const count = page.write(at === 0 ? row : row.slice(at), used, 'latin1')
      at += count
      used += count
      if (used < PAGE) continue
      sums.push(crc32(page))
      yield page
      used = 0
    }
  }
  if (used > 0) {
    const last = page.subarray(0, used)
    sums.push(crc32(last))
    yield last
  }
  const { head, columns } = rest()
  const lengths = JSON.stringify(columns.map(({ length }) => length))
  const first = `[${head},${JSON.stringify(sums)},${lengths}]`
  const written = Buffer.from(`${first}${columns.join('')}`, 'latin1')
  yield written
  const end = Buffer.alloc(END)
  end.write(MARK, 'latin1')
  end.writeUInt32LE(written.length, MARK.length)
  end.writeUInt32LE(first.length, MARK.length + 4)
  end.writeUInt32LE(crc32(written), MARK.length + 8)
  yield end
}

/** Opens a container; absent when the file is none, is cut off or too long, or its head is damaged. */
export function unpacked(file: OpenFile): Container | undefined {
  const end = bytesAt(file, file.size - END, END)
  if (end.length < END || end.toString('latin1', 0, MARK.length) !== MARK) return undefined
  const length = end.readUInt32LE(MARK.length)
  const headAt = file.size - END - length
  const written = bytesAt(file, headAt, length)
  if (written.length < length || crc32(written) !== end.readUInt32LE(MARK.length + 8)) return undefined
  const columnsAt = end.readUInt32LE(MARK.length + 4)
  const [head, sums, lengths]: Written = JSON.parse(written.toString('latin1', 0, columnsAt))
  if (Math.ceil(headAt / PAGE) !== sums.length) return undefined
  return {
    head,
    column: at => {
      const from = lengths.slice(0, at).reduce((sum, each) => sum + each, columnsAt)
      return written.toString('latin1', from, from + (lengths[at] ?? 0))
    },
    reader: () => rowReader(file, headAt, sums),
  }
}

/** The head, the checksums of the pages, and the lengths of the columns. */
type Written = readonly [head: unknown, sums: readonly number[], lengths: readonly number[]]

const MARK = 'samverkan documents 1\n'
const END = 40
const PAGE = 16 * 1024
/** So many pages are read at a time when rows are asked for in order. */
const AHEAD = 16

function bytesAt(file: OpenFile, from: number, length: number): Buffer {
  const read = file.read(Math.max(0, from), from < 0 ? 0 : length)
  return Buffer.from(read.buffer, read.byteOffset, read.length)
}

function rowReader(file: OpenFile, rowsEnd: number, sums: readonly number[]): RowReader {
  let first = 0
  let pages: Buffer = Buffer.alloc(0)
  /** Which of the pages at hand are as they were written. */
  let whole: readonly boolean[] = []
  return (from, length) => {
    const begins = Math.floor(from / PAGE)
    const ends = Math.floor((from + Math.max(0, length - 1)) / PAGE)
    if (begins < first || ends >= first + whole.length) {
      const isNext = begins >= first && begins <= first + whole.length
      const count = Math.max(isNext ? AHEAD : 1, ends - begins + 1)
      first = begins
      pages = bytesAt(file, begins * PAGE, Math.min(count * PAGE, rowsEnd - begins * PAGE))
      whole = sums
        .slice(begins, begins + count)
        .map((sum, index) => crc32(pages.subarray(index * PAGE, (index + 1) * PAGE)) === sum)
    }
    for (let page = begins; page <= ends; page++) if (whole[page - first] !== true) return undefined
    const at = from - first * PAGE
    return pages.toString('latin1', at, at + length)
  }
}

import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import type { OpenFile } from '../model/ports.js'

/**
 * A file of rows that are read when they are asked for: a mark, a head (JSON) that says what the rows are, and the
 * rows. Head and rows carry checksums, the rows in pages, so that a row is checked without the others being read.
 */
export interface Container {
  readonly head: unknown
  /** Reads rows, soonest when they are asked for in order. Whoever reads elsewhere at the same time makes another. */
  reader(): RowReader
}

/** Gives a row as it was written; absent when the place where it stands is damaged. */
export type RowReader = (from: number, length: number) => string | undefined

/**
 * The bytes of a container. Rows stand one after the other, each a text in which a character is a byte; the head is
 * asked for when all have been taken.
 */
export function packed(rows: Iterable<string>, head: () => object): readonly Uint8Array[] {
  const pages: Buffer[] = []
  let page = Buffer.allocUnsafe(PAGE)
  let used = 0
  for (const row of rows) {
    for (let at = 0; at < row.length; ) {
      const count = page.write(at === 0 ? row : row.slice(at), used, 'latin1')
      at += count
      used += count
      if (used < PAGE) continue
      pages.push(page)
      page = Buffer.allocUnsafe(PAGE)
      used = 0
    }
  }
  if (used > 0) pages.push(page.subarray(0, used))
  const written = Buffer.from(JSON.stringify({ head: head(), sums: pages.map(each => crc32(each)) }))
  const start = Buffer.alloc(START)
  start.write(MARK, 'latin1')
  start.writeUInt32LE(written.length, MARK.length)
  start.writeUInt32LE(crc32(written), MARK.length + 4)
  return [start, written, ...pages]
}

/** Opens a container; absent when the file is none, is cut off or too long, or its head is damaged. */
export function unpacked(file: OpenFile): Container | undefined {
  const start = Buffer.from(file.read(0, START))
  if (start.length < START || start.toString('latin1', 0, MARK.length) !== MARK) return undefined
  const length = start.readUInt32LE(MARK.length)
  const written = file.read(START, length)
  if (written.length < length || crc32(written) !== start.readUInt32LE(MARK.length + 4)) return undefined
  const { head, sums }: Written = JSON.parse(new TextDecoder().decode(written))
  const rowsAt = START + length
  const pages = Math.ceil((file.size - rowsAt) / PAGE)
  return pages === sums.length ? { head, reader: () => rowReader(file, rowsAt, sums) } : undefined
}

interface Written {
  readonly head: unknown
  /** Checksums of the pages. */
  readonly sums: readonly number[]
}

const MARK = 'samverkan documents 1\n'
const START = 32
const PAGE = 16 * 1024
/** So many pages are read at a time when rows are asked for in order. */
const AHEAD = 16

function rowReader(file: OpenFile, rowsAt: number, sums: readonly number[]): RowReader {
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
      const read = file.read(rowsAt + begins * PAGE, count * PAGE)
      first = begins
      pages = Buffer.from(read.buffer, read.byteOffset, read.length)
      whole = sums
        .slice(begins, begins + count)
        .map((sum, index) => crc32(pages.subarray(index * PAGE, (index + 1) * PAGE)) === sum)
    }
    for (let page = begins; page <= ends; page++) if (whole[page - first] !== true) return undefined
    const at = from - first * PAGE
    return pages.toString('latin1', at, at + length)
  }
}

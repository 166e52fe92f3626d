import { Buffer } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'
import { UserError } from '../model/failure.js'
import { MOST, tooLarge } from './table-in.js'

/**
 * Refuses a workbook that could hurt whoever reads it: parts that swell beyond all measure or are not what they say,
 * cells far out that make a sheet enormous, and declarations of XML's own. Every part that will be read is inflated
 * here once, within limits; what it says of its own size is not believed.
 * @throws UserError when it is not safe to read.
 */
export function refuseUnsafeWorkbook(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = new Set<string>()
  let left = MOST_INFLATED
  for (const part of partsOf(file)) {
    if (names.has(part.name)) throw broken()
    names.add(part.name)
    const text = inflated(file, part, left)
    left -= text.length
    if (text.length !== part.size) throw broken()
    if (!/\.(?:xml|rels)$/.test(part.name)) continue
    const xml = text.toString('utf8')
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml) || /^(?:\xff\xfe|\xfe\xff)/.test(text.toString('latin1', 0, 2)))
      throw broken()
    refuseLargeSheet(xml)
  }
}

/** The bytes of all parts together. */
const MOST_INFLATED = 64 * 1024 * 1024
const MOST_PARTS = 2_000
const MOST_CELLS = 500_000

/** One file in the workbook. */
interface Part {
  readonly name: string
  readonly method: number
  readonly packed: number
  /** Inflated, as it is stated. */
  readonly size: number
  readonly at: number
}

/** The parts that the directory at the end lists. */
function partsOf(file: Buffer): readonly Part[] {
  const end = file.lastIndexOf(END_OF_DIRECTORY)
  if (end < 0 || end + 22 > file.length) throw broken()
  const count = file.readUInt16LE(end + 10)
  if (count > MOST_PARTS) throw tooLarge('för många delar i filen', 'too many parts in the file')
  const parts: Part[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw broken()
    const [flags, method] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)]
    const [nameLength, extra, comment] = [
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
    ]
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw broken()
    parts.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method,
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/** The bytes of a part, never more than are left. */
function inflated(file: Buffer, { method, packed, at }: Part, left: number): Buffer {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw broken()
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  if (start + packed > file.length) throw broken()
  const data = file.subarray(start, start + packed)
  if (data.length > left)
    throw tooLarge('den blir orimligt stor när den packas upp', 'it swells beyond reason when unpacked')
  if (method === 0) return data
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) })
  } catch (cause) {
    if (cause instanceof RangeError)
      throw tooLarge('den blir orimligt stor när den packas upp', 'it swells beyond reason when unpacked')
    throw broken(cause)
  }
}

/** A cell far down or far out makes every row up to it, though they are empty. */
function refuseLargeSheet(xml: string): void {
  let cells = 0
  for (const [, tag = '', attributes = ''] of xml.matchAll(CELL_OR_ROW)) {
    if (tag === 'c' && ++cells > MOST_CELLS) throw tooLarge('för många celler', 'too many cells')
    const written = /\sr\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
    if (written === undefined) continue
    const [, column = '', row = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(written) ?? []
    if (row === '') throw broken()
    // Styles reach further down than what is written: a row by itself may be empty.
    if (Number(row) > (tag === 'c' ? MOST.rows : LAST_ROW))
      throw tooLarge(`det står något på rad ${row}`, `something stands on row ${row}`)
    if (columnOf(column) > MOST.columns)
      throw tooLarge(`det står något i kolumn ${column}`, `something stands in column ${column}`)
  }
}

const CELL_OR_ROW = /<(?:\w+:)?(c|row)((?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/g
/** The last row that a spreadsheet has. */
const LAST_ROW = 1_048_576

const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

const broken = (cause?: unknown): UserError =>
  new UserError(
    {
      sv: 'Filen är trasig eller har ett innehåll som inte hör hemma i ett kalkylark.',
      en: 'The file is broken, or holds what does not belong in a spreadsheet.',
    },
    {
      sv: 'Öppna den i kalkylprogrammet och spara den igen som .xlsx, eller som .csv.',
      en: 'Open it in the spreadsheet program and save it again as .xlsx, or as .csv.',
    },
    ...(cause === undefined ? [] : [{ cause }]),
  )

import { Buffer, isUtf8 } from 'node:buffer'

/**
 * A text in two bodies: one byte a character to look at, itself to keep. Minutes are written in letters that fit in a
 * byte, but for a dash or a typographic quote here and there, and one such character makes V8 give two bytes to every
 * other: twice the memory, and slower to search.
 */
export interface SlimText {
  /** The text, offset for offset; for a character that needs two bytes stands `·`. */
  readonly slim: string
  /** The text itself between two offsets; soonest when asked for in order. */
  between(start: number, end: number): string
}

/** A text that is at hand already. */
export const asRead = (text: string): SlimText => ({
  slim: text,
  between: (start, end) => text.slice(start, end),
})

/**
 * Decodes the bytes of an ordinary file: valid UTF-8 with LF line ends, without any character that somebody should be
 * told about, and with few that need two bytes. Every other file is `undefined`: `decode` says what it is.
 */
export function slimText(bytes: Uint8Array): SlimText | undefined {
  if (!isUtf8(bytes)) return undefined
  if (scratch.length < bytes.length) scratch = Buffer.from(new ArrayBuffer(bytes.length))
  const wide: Wide = { offsets: [], units: [] }
  const length = squeeze(plainBytes(bytes), plainBytes(scratch), wide)
  if (length === undefined) return undefined
  const slim = scratch.toString('latin1', 0, length)
  return wide.offsets.length === 0 ? asRead(slim) : { slim, between: betweenIn(slim, wide) }
}

let scratch = Buffer.from(new ArrayBuffer(64 * 1024))

/** The same bytes as no Buffer: they are read and written a fifth sooner. */
const plainBytes = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The characters of a text that need two bytes, and where they stand. */
interface Wide {
  readonly offsets: number[]
  readonly units: number[]
}

/** One character of so many may need two bytes; a text with more is better kept as it is. */
const RARE = 16

const STAND_IN = 0xb7

/** Writes valid UTF-8 as one byte a character; gives how many. Absent when somebody should be told about a character. */
function squeeze(bytes: Uint8Array, into: Uint8Array, wide: Wide): number | undefined {
  const count = bytes.length
  let length = 0
  for (let at = 0; at < count; at++) {
    const byte = bytes[at] ?? 0
    if ((byte >= 32 && byte < 0x7f) || byte === 10 || byte === 9) {
      into[length++] = byte
    } else if (byte < 0x80) {
      return undefined
    } else if (byte < 0xc4) {
      const next = bytes[++at] ?? 0
      if (byte === 0xc2 && next < 0xa0) return undefined
      into[length++] = byte === 0xc2 ? next : next + 0x40
    } else {
      const point = pointAt(bytes, at)
      if (isSuspect(point) || wide.units.length > bytes.length / RARE) return undefined
      at += byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
      for (const unit of point > 0xffff ? halvesOf(point) : [point]) {
        wide.offsets.push(length)
        wide.units.push(unit)
        into[length++] = STAND_IN
      }
    }
  }
  return length
}

function pointAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0
  const tail = (count: number) => (bytes[at + count] ?? 0) & 0x3f
  if (byte < 0xe0) return ((byte & 0x1f) << 6) | tail(1)
  if (byte < 0xf0) return ((byte & 0x0f) << 12) | (tail(1) << 6) | tail(2)
  return ((byte & 0x07) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3)
}

const halvesOf = (point: number): readonly number[] => [
  0xd800 + ((point - 0x10000) >> 10),
  0xdc00 + ((point - 0x10000) & 0x3ff),
]

/** True of what `decode` looks for: marks to be composed, marks of direction, what nobody sees, and no characters at all. */
const isSuspect = (point: number): boolean =>
  (point >= 0x300 && point <= 0x36f) ||
  point === 0x61c ||
  (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x2028 && point <= 0x202e) ||
  (point >= 0x2060 && point <= 0x2069) ||
  point === 0xfeff ||
  (point & 0xfffe) === 0xfffe ||
  (point >= 0xe0000 && point <= 0xe03ff)

function betweenIn(slim: string, { offsets, units }: Wide): SlimText['between'] {
  let next = 0
  return (start, end) => {
    if (next > 0 && (offsets[next - 1] ?? 0) >= start) next = 0
    while (next < offsets.length && (offsets[next] ?? 0) < start) next++
    let text = ''
    let from = start
    for (let each = next; each < offsets.length && (offsets[each] ?? 0) < end; each++) {
      const offset = offsets[each] ?? 0
      text += slim.slice(from, offset) + String.fromCharCode(units[each] ?? 0)
      from = offset + 1
    }
    return text === '' ? slim.slice(start, end) : text + slim.slice(from, end)
  }
}

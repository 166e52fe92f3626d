import { Buffer, isUtf8 } from 'node:buffer'
import type { Fault } from '../model/document.js'

/** The text of a file with line ends as LF and no byte order mark, and what was wrong with its bytes. */
export interface Decoded {
  readonly text: string
  readonly faults: readonly Fault[]
  /** True when the bytes are not text at all: nothing can be read. */
  readonly unreadable: boolean
}

/**
 * Decodes the bytes of a file. UTF-8 only; a byte order mark and CRLF are accepted and reported, so are invisible
 * characters; UTF-16, invalid UTF-8 and control characters make the file unreadable.
 */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isUtf16(buffer)) return noText({ name: 'utf16', at: { line: 1 } })
  if (!isUtf8(buffer)) return noText({ name: 'not-utf8', at: { line: firstInvalidLine(buffer) } })
  const raw = buffer.toString('utf8')
  return SUSPECT.test(raw) ? examined(raw) : { text: raw, faults: [], unreadable: false }
}

const noText = (fault: Fault): Decoded => ({ text: '', faults: [fault], unreadable: true })

/** Anything that the slow look below has something to say about. */
const SUSPECT =
  /[\u0300-\u036f\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\udb40]/

/** Faults of one file that are told; nobody reads further. */
const MOST_FAULTS = 200

function examined(raw: string): Decoded {
  const faults: Fault[] = []
  const withoutMark = raw.startsWith('\ufeff') ? raw.slice(1) : raw
  if (withoutMark !== raw) faults.push({ name: 'bom', at: { line: 1 } })
  const returned = withoutMark.indexOf('\r')
  if (returned >= 0) faults.push({ name: 'crlf', at: { line: lineAt(withoutMark, returned) } })
  const text = returned >= 0 ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark
  const unreadable = CONTROL.test(text)
  let isNfc = true
  for (const [index, line] of text.split('\n').entries()) {
    if (faults.length >= MOST_FAULTS) break
    const at = { line: index + 1 }
    const control = CONTROL.exec(line)
    if (control !== null) {
      faults.push({
        name: 'control-character',
        at: { span: spanAt(index + 1, control.index) },
        detail: codeOf(control[0]),
      })
    }
    const bidi = BIDI.exec(line)
    if (bidi !== null)
      faults.push({ name: 'bidi', at: { span: spanAt(index + 1, bidi.index) }, detail: codeOf(bidi[0]) })
    const invisible = INVISIBLE.exec(line.replace(EMOJI_JOINER, '  '))
    if (invisible !== null) {
      faults.push({
        name: 'zero-width',
        at: { span: spanAt(index + 1, invisible.index) },
        detail: codeOf(invisible[0]),
      })
    }
    if (isNfc && line.normalize('NFC') !== line) {
      isNfc = false
      faults.push({ name: 'not-nfc', at })
    }
  }
  return { text, faults, unreadable }
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const INVISIBLE = /[\u200b-\u200d\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/u
const EMOJI_JOINER = /\p{Extended_Pictographic}\u200d/gu

const spanAt = (line: number, index: number) => ({
  line,
  column: index + 1,
  endLine: line,
  endColumn: index + 2,
})

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

function isUtf16(buffer: Buffer): boolean {
  const [first, second] = buffer
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const head = buffer.subarray(0, 200)
  return head.length > 3 && head.filter(byte => byte === 0).length > head.length / 4
}

function firstInvalidLine(buffer: Buffer): number {
  let line = 1
  for (let start = 0; start < buffer.length; line++) {
    const end = buffer.indexOf(10, start)
    const stop = end < 0 ? buffer.length : end
    if (!isUtf8(buffer.subarray(start, stop))) return line
    start = stop + 1
  }
  return line
}

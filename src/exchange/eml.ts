import { Buffer } from 'node:buffer'
import type { Day } from '../model/day.js'

/** An address of mail: who, and where. */
export interface Mailbox {
  readonly name: string
  /** `namn@kommun.se`, as `isMailAddress` accepts it. */
  readonly address: string
}

/** Something that goes with a mail. */
export interface MailAttachment {
  readonly name: string
  /** MIME type with its parameters: `application/pdf`, `text/calendar; charset=utf-8`. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** A mail that has not been sent. */
export interface MailDraft {
  readonly from?: Mailbox
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  readonly subject: string
  readonly day: Day
  /** The same words twice: as they are, and as a whole HTML document. */
  readonly text: string
  readonly html: string
  readonly attachments: readonly MailAttachment[]
}

/** True of an address that stands in a header as it is: nothing in it can end the line or begin another address. */
export const isMailAddress = (text: string): boolean =>
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text)

/**
 * Writes a mail as a draft (RFC 5322, RFC 2045–2049, RFC 2231): the mail program opens it to be read and sent
 * (`X-Unsent`). ASCII alone, lines of at most 78 characters; the same draft gives the same bytes.
 */
export function asEml({ from, to, cc, subject, day, text, html, attachments }: MailDraft): string {
  const words = multipart('alternative', [textPart('plain', text), textPart('html', html)])
  const lines = [
    ...(from === undefined ? [] : addressLines('From', [from])),
    ...addressLines('To', to),
    ...addressLines('Cc', cc),
    `Subject: ${inHeader(subject)}`,
    `Date: ${dateOf(day)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    ...(attachments.length === 0
      ? words
      : multipart('mixed', [words, ...attachments.map(each => attachmentPart(each))])),
  ]
  return `${lines.join(EOL)}${EOL}`
}

const EOL = '\r\n'

/** A part: its headers, an empty line, what it holds. */
type Part = readonly string[]

/** Everything inside is base64, in which no boundary of these can stand. */
function multipart(sort: 'mixed' | 'alternative', parts: readonly Part[]): Part {
  const boundary = `=_samverkan_${sort}`
  return [
    `Content-Type: multipart/${sort}; boundary="${boundary}"`,
    '',
    ...parts.flatMap(part => [`--${boundary}`, ...part]),
    `--${boundary}--`,
  ]
}

const textPart = (sort: 'plain' | 'html', text: string): Part => [
  `Content-Type: text/${sort}; charset=utf-8`,
  'Content-Transfer-Encoding: base64',
  '',
  ...base64Lines(Buffer.from(text.replace(/\r\n?|\n/g, EOL), 'utf8')),
]

const attachmentPart = ({ name, type, bytes }: MailAttachment): Part => [
  `Content-Type: ${type}`,
  'Content-Transfer-Encoding: base64',
  ['Content-Disposition: attachment', ...fileNameIn(name)].join(`;${EOL} `),
  '',
  ...base64Lines(bytes),
]

const base64Lines = (bytes: Uint8Array): readonly string[] =>
  Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,76}/g) ?? []

/** A file name as a parameter: percent-coded UTF-8 in pieces (RFC 2231). */
function fileNameIn(name: string): readonly string[] {
  const coded = encodeURIComponent(wellFormed(name)).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const pieces = coded.match(/(?:%..|[^%]){1,16}/g) ?? []
  if (pieces.length === 1) return [`filename*=utf-8''${coded}`]
  return pieces.map((piece, index) => `filename*${index}*=${index === 0 ? "utf-8''" : ''}${piece}`)
}

const addressLines = (header: string, boxes: readonly Mailbox[]): readonly string[] =>
  boxes.length === 0 ? [] : [`${header}: ${boxes.map(boxInHeader).join(`,${EOL} `)}`]

function boxInHeader({ name, address }: Mailbox): string {
  const written = inHeader(name)
  return `${written}${written === name ? ' ' : `${EOL} `}<${address}>`
}

/** A text in a header: as it is where it is short and plain, else as encoded words of at most 75 characters (RFC 2047). */
function inHeader(text: string): string {
  if (/^[A-Za-z0-9 -]{1,36}$/.test(text)) return text
  const words: string[] = []
  let piece = ''
  for (const character of wellFormed(text).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')) {
    if (Buffer.byteLength(piece + character) > 39) {
      words.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...words, piece].map(word => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join(`${EOL} `)
}

/** Noon of a day: the hour means nothing until the mail is sent. */
function dateOf(day: Day): string {
  const [weekday, date, month, year] = new Date(`${day}T12:00:00Z`).toUTCString().split(/,? /)
  return `${weekday}, ${date} ${month} ${year} 12:00:00 +0000`
}

/** A text in which every character can be written as UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

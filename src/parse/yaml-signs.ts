/** The signs that mean something in YAML, by their number. */
export const SIGN = {
  lineEnd: 10,
  space: 32,
  quote: 34,
  hash: 35,
  apostrophe: 39,
  comma: 44,
  dash: 45,
  colon: 58,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
} as const

/** The signs of lists and maps in brackets. */
export const FLOW_SIGNS: ReadonlySet<number> = new Set([
  SIGN.comma,
  SIGN.openBracket,
  SIGN.closeBracket,
  SIGN.openBrace,
  SIGN.closeBrace,
])

/** True of a sign with which a key begins that nobody could take for anything else: a letter, a digit or `_`. */
export const isKeyStart = (sign: number): boolean => isAmong(sign, KEY_START)
/** True of a sign that such a key may hold. */
export const isKeySign = (sign: number): boolean => isAmong(sign, KEY_SIGN)
/** True of a sign with which a scalar without quotes begins that nobody could take for anything else. */
export const isPlainStart = (sign: number): boolean => isAmong(sign, PLAIN_START)

const KEY_START = 1
const KEY_SIGN = 2
const PLAIN_START = 4

const isAmong = (sign: number, kind: number): boolean =>
  sign < 128 ? ((KINDS[sign] ?? 0) & kind) !== 0 : true

const KINDS = new Uint8Array(128)
const allow = (signs: string, kinds: number) => {
  for (const sign of signs) KINDS[sign.charCodeAt(0)] = kinds
}
allow('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_', KEY_START | KEY_SIGN | PLAIN_START)
allow('./()', KEY_SIGN | PLAIN_START)
allow(' -', KEY_SIGN)
allow('+=<~^;$\\', PLAIN_START)

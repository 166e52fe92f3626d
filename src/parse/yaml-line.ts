import type { Fields, FieldValue } from '../model/fields.js'
import { FLOW_SIGNS, isKeySign, isKeyStart, isPlainStart, SIGN } from './yaml-signs.js'

/** Text in which YAML stands: as it is searched, and as it is kept. */
export interface YamlSource {
  /** The text, offset for offset; what YAML has no use for may be stood in for. */
  readonly slim: string
  /** The text itself between two offsets. */
  between(start: number, end: number): string
}

/** How deep brackets go before they are left to others. */
const DEEPEST = 20

/** The longest key that is read: YAML allows 1024 characters. */
const LONGEST_KEY = 200

/** The reading of what stands on one line of YAML: keys, scalars, and lists and maps in brackets. */
export class LineReading {
  private readonly source: YamlSource
  private readonly text: string
  protected readonly end: number
  /** The place that is read, as an offset in the text. */
  protected at = 0

  constructor(source: YamlSource, end: number) {
    this.source = source
    this.text = source.slim
    this.end = end
  }

  protected readAny(sign: number, depth: number): FieldValue | undefined {
    switch (sign) {
      case SIGN.quote:
      case SIGN.apostrophe:
        return this.readQuoted(sign)
      case SIGN.openBracket:
        return depth < DEEPEST ? this.readFlowList(depth + 1) : undefined
      case SIGN.openBrace:
        return depth < DEEPEST ? this.readFlowMap(depth + 1) : undefined
      default:
        return isPlainStart(sign) ? this.readPlain(depth > 0) : undefined
    }
  }

  private readPlain(inFlow: boolean): string | undefined {
    const start = this.at
    let at = start
    for (; at < this.end; at++) {
      const sign = this.text.charCodeAt(at)
      if (sign === SIGN.lineEnd) break
      if (sign === SIGN.colon && this.endsKey(at + 1, inFlow)) return undefined
      if (sign === SIGN.hash && this.text.charCodeAt(at - 1) === SIGN.space) {
        if (inFlow) return undefined
        break
      }
      if (!inFlow) continue
      if (sign === SIGN.comma || sign === SIGN.closeBracket || sign === SIGN.closeBrace) break
      if (sign === SIGN.openBracket || sign === SIGN.openBrace) return undefined
    }
    while (this.text.charCodeAt(at - 1) === SIGN.space) at--
    this.at = at
    return this.source.between(start, at)
  }

  private readQuoted(quote: number): string | undefined {
    const start = this.at + 1
    let doubled = false
    for (let at = start; at < this.end; at++) {
      const sign = this.text.charCodeAt(at)
      if (sign === SIGN.lineEnd || (sign === SIGN.backslash && quote === SIGN.quote)) return undefined
      if (sign !== quote) continue
      if (quote === SIGN.apostrophe && this.signAt(at + 1) === quote) {
        doubled = true
        at++
        continue
      }
      this.at = at + 1
      const text = this.source.between(start, at)
      return doubled ? text.replaceAll("''", "'") : text
    }
    return undefined
  }

  private readFlowList(depth: number): readonly FieldValue[] | undefined {
    const items: FieldValue[] = []
    if (this.entersEmpty(SIGN.closeBracket)) return items
    for (;;) {
      const item = this.readAny(this.signAt(this.at), depth)
      if (item === undefined) return undefined
      items.push(item)
      const next = this.nextInFlow(SIGN.closeBracket)
      if (next !== 'more') return next === 'end' ? items : undefined
    }
  }

  private readFlowMap(depth: number): Fields | undefined {
    const fields = noFields()
    if (this.entersEmpty(SIGN.closeBrace)) return fields
    for (;;) {
      const key = this.readKey()
      if (key === undefined || key in fields) return undefined
      this.skipSpaces()
      const value = this.readAny(this.signAt(this.at), depth)
      if (value === undefined) return undefined
      fields[key] = value
      const next = this.nextInFlow(SIGN.closeBrace)
      if (next !== 'more') return next === 'end' ? fields : undefined
    }
  }

  /** Goes past an opening bracket; true when it closes at once. */
  private entersEmpty(close: number): boolean {
    this.at++
    this.skipSpaces()
    if (this.signAt(this.at) !== close) return false
    this.at++
    return true
  }

  private nextInFlow(close: number): 'more' | 'end' | undefined {
    this.skipSpaces()
    const sign = this.signAt(this.at)
    this.at++
    if (sign === close) return 'end'
    if (sign !== SIGN.comma) return undefined
    this.skipSpaces()
    return 'more'
  }

  protected isItem(): boolean {
    return this.signAt(this.at) === SIGN.dash && this.signAt(this.at + 1) === SIGN.space
  }

  protected isKey(): boolean {
    return this.keyEnd() !== undefined
  }

  /** Goes past a key and its colon. */
  protected readKey(): string | undefined {
    const end = this.keyEnd()
    if (end === undefined) return undefined
    const key = this.source.between(this.at, end)
    this.at = end + 1
    return keys.get(key) ?? newKey(key)
  }

  /** Where the key that begins here ends; absent when none does. */
  private keyEnd(): number | undefined {
    if (!isKeyStart(this.signAt(this.at))) return undefined
    const most = Math.min(this.end, this.at + LONGEST_KEY)
    let at = this.at + 1
    while (at < most && isKeySign(this.text.charCodeAt(at))) at++
    const isEnd = this.signAt(at) === SIGN.colon && this.endsKey(at + 1, false)
    return isEnd && this.text.charCodeAt(at - 1) !== SIGN.space ? at : undefined
  }

  /** True when the colon before `at` parts a key from its value. */
  private endsKey(at: number, inFlow: boolean): boolean {
    const sign = this.signAt(at)
    return sign === SIGN.space || sign === SIGN.lineEnd || (inFlow && FLOW_SIGNS.has(sign))
  }

  protected signAt(at: number): number {
    return at < this.end ? this.text.charCodeAt(at) : SIGN.lineEnd
  }

  protected skipSpaces(): void {
    while (this.signAt(this.at) === SIGN.space) this.at++
  }

  protected skipLine(): void {
    const lineEnd = this.text.indexOf('\n', this.at)
    this.at = lineEnd < 0 ? this.end : lineEnd + 1
  }
}

/**
 * A map to be filled: without prototype, so that no key means anything by birth. What `Object.create` makes is a hash
 * table of three times the size.
 */
export const noFields = (): Record<string, FieldValue> => Object.setPrototypeOf({}, null)

/** Keys met before, in NFC: an archive has some fifty, and one at hand is found in maps in half the time. */
const keys = new Map<string, string>()

const MOST_KEYS = 1000

function newKey(key: string): string {
  const composed = key.normalize('NFC')
  if (keys.size < MOST_KEYS) keys.set(key, composed)
  return composed
}

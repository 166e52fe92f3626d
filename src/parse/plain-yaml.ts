import type { Fields, FieldValue } from '../model/fields.js'
import { LineReading, noFields, type YamlSource } from './yaml-line.js'
import { SIGN } from './yaml-signs.js'

/**
 * Reads the YAML that archives are written in — maps and lists by indentation, lists and maps in brackets on a line,
 * scalars on a line, comments — with every scalar as the text that stands there. Anything else whatsoever
 * (anchors, tags, texts of several lines, tabs, keys that stand twice …) it leaves to others: `undefined`.
 * What it does answer is what `yaml` would (tested).
 */
export function readPlainYaml(source: YamlSource, start: number, end: number): Fields | undefined {
  if (STRANGE.test(source.slim.slice(start, end))) return undefined
  return new PlainReading(source, end).read(start)
}

/** Tabs, control characters and whatever else YAML does not print. */
const STRANGE = /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]/

/** The reading of one text, line by line. A line is met at its first letter. */
class PlainReading extends LineReading {
  /** How far the line that is read is set in; -1 after the last. */
  private indent = -1

  read(start: number): Fields | undefined {
    this.at = start
    this.findLine()
    const fields = this.indent === 0 ? this.readMap(0) : undefined
    return this.indent < 0 ? fields : undefined
  }

  /** Finds the next line that says something, from the beginning of a line. */
  private findLine(): void {
    while (this.at < this.end) {
      const start = this.at
      this.skipSpaces()
      const sign = this.signAt(this.at)
      if (sign !== SIGN.lineEnd && sign !== SIGN.hash) {
        this.indent = this.at - start
        return
      }
      this.skipLine()
    }
    this.indent = -1
  }

  private readMap(indent: number): Fields | undefined {
    const fields = noFields()
    while (this.indent === indent) {
      const key = this.readKey()
      if (key === undefined || key in fields) return undefined
      const value = this.readValue(indent)
      if (value === undefined) return undefined
      fields[key] = value
    }
    return this.indent > indent ? undefined : fields
  }

  private readList(indent: number): readonly FieldValue[] | undefined {
    const items: FieldValue[] = []
    while (this.indent === indent && this.isItem()) {
      const start = this.at
      this.at++
      this.skipSpaces()
      const inner = indent + this.at - start
      const sign = this.signAt(this.at)
      if (sign === SIGN.lineEnd || sign === SIGN.hash) return undefined
      const item = this.isKey() ? this.readItemMap(inner) : this.readOnLine(sign)
      if (item === undefined) return undefined
      items.push(item)
    }
    return this.indent > indent ? undefined : items
  }

  private readItemMap(indent: number): Fields | undefined {
    this.indent = indent
    return this.readMap(indent)
  }

  /** The value after a key of a map that is set in by `indent`, on the same line or below. */
  private readValue(indent: number): FieldValue | undefined {
    this.skipSpaces()
    const sign = this.signAt(this.at)
    if (sign !== SIGN.lineEnd && sign !== SIGN.hash) return this.readOnLine(sign)
    this.skipLine()
    this.findLine()
    if (this.indent >= indent && this.isItem()) return this.readList(this.indent)
    return this.indent > indent ? this.readMap(this.indent) : ''
  }

  /** A value that ends with its line. */
  private readOnLine(sign: number): FieldValue | undefined {
    const value = this.readAny(sign, 0)
    if (value === undefined) return undefined
    const end = this.at
    this.skipSpaces()
    const after = this.signAt(this.at)
    if (after !== SIGN.lineEnd && (after !== SIGN.hash || this.at === end)) return undefined
    this.skipLine()
    this.findLine()
    return value
  }
}

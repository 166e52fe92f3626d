import type { Place, Span } from '../model/place.js'
import { headerTextOf } from '../parse/front-matter.js'
import { positionsIn } from '../parse/yaml.js'

/** The text of a file of the archive, with LF; absent when it is no text. */
export type TextOf = (path: string) => string | undefined

/**
 * Turns places in the words of a document into lines and columns; reads a file only when something was found in it.
 * The last file asked about is kept: what is found comes document by document.
 */
export function placer(textOf: TextOf): (path: string, place: Place) => Span {
  let last: OpenFile | undefined
  const fileAt = (path: string): OpenFile => {
    if (last?.path === path) return last
    const text = textOf(path) ?? ''
    const yaml = path.endsWith('.md') ? headerTextOf(text) : text
    const firstLine = path.endsWith('.md') ? 2 : 1
    let find: OpenFile['find'] | undefined
    last = {
      path,
      lines: text.split('\n'),
      find: (field, part) => {
        find ??= yaml === undefined ? () => undefined : positionsIn(yaml, firstLine)
        return find(field, part)
      },
    }
    return last
  }
  return (path, place) => {
    const { lines, find } = fileAt(path)
    if ('span' in place) return within(place.span, lines)
    if ('field' in place)
      return within(oneLine(find(place.field, place.part ?? 'value'), lines) ?? wholeLine(1, lines), lines)
    const mark = place.mark
    if (mark !== undefined) {
      for (let line = place.line; line <= Math.min(place.line + 40, lines.length); line++) {
        const index = (lines[line - 1] ?? '').indexOf(mark)
        if (index >= 0) return { line, column: index + 1, endLine: line, endColumn: index + 1 + mark.length }
      }
    }
    return wholeLine(place.line, lines)
  }
}

/** A file in which something was found; its YAML is read again when the first field is looked for. */
interface OpenFile {
  readonly path: string
  readonly lines: readonly string[]
  readonly find: ReturnType<typeof positionsIn>
}

/** A field of many lines is pointed out by its first. */
const oneLine = (span: Span | undefined, lines: readonly string[]): Span | undefined =>
  span === undefined || span.endLine === span.line
    ? span
    : { ...span, endLine: span.line, endColumn: (lines[span.line - 1] ?? '').trimEnd().length + 1 }

function wholeLine(line: number, lines: readonly string[]): Span {
  const text = lines[line - 1] ?? ''
  const start = text.search(/\S/)
  return {
    line,
    column: Math.max(start, 0) + 1,
    endLine: line,
    endColumn: Math.max(text.trimEnd().length, 0) + 1,
  }
}

function within(span: Span, lines: readonly string[]): Span {
  const line = Math.min(Math.max(span.line, 1), Math.max(lines.length, 1))
  const width = (lines[line - 1] ?? '').length
  const column = Math.min(Math.max(span.column, 1), width + 1)
  const endColumn =
    span.endLine === span.line ? Math.min(Math.max(span.endColumn, column), width + 1) : width + 1
  return { line, column, endLine: line, endColumn }
}

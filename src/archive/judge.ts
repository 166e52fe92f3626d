import type { Archive } from '../model/archive.js'
import type { Diagnostic, Finding, Level, Levels, Verdict } from '../model/diagnostic.js'
import type { Document, Stage } from '../model/document.js'
import type { Place, Span } from '../model/place.js'
import type { Rule } from '../model/rule.js'
import type { Settings } from '../model/settings.js'
import { headerTextOf } from '../parse/front-matter.js'
import { positionsIn } from '../parse/yaml.js'

/** What is to be judged, and how to read a file again when a finding needs its columns. */
export interface JudgingRequest {
  readonly archive: Archive
  readonly rules: readonly Rule[]
  /** Which files are judged; rules still see the whole archive. */
  readonly judges: (path: string) => boolean
  /** The text of a file of the archive, with LF; absent when it is no text. */
  readonly textOf: (path: string) => string | undefined
}

/** Lets every rule judge every document that it is for. Pure; nothing is written. */
export function judge({ archive, rules, judges, textOf }: JudgingRequest): Verdict {
  const documents = archive.documents.filter(({ path }) => judges(path))
  const registers = archive.registers.filter(({ path }) => judges(path))
  const skipped = archive.skipped.filter(({ path }) => judges(path))
  const inForce = rules.filter(({ name }) => archive.settings.levels.get(name) !== 'off')
  const forTyp = rulesByTyp(inForce)
  const found: { readonly rule: Rule; readonly document: Document; readonly finding: Finding }[] = []
  for (const document of [...documents, ...registers]) {
    for (const rule of forTyp(document)) {
      for (const finding of rule.check(document, archive)) found.push({ rule, document, finding })
    }
  }
  const placing = placer(textOf)
  const diagnostics = found.map(({ rule, document, finding }): Diagnostic => {
    const path = finding.path ?? document.path
    const judged = path === document.path ? document : (archive.byPath(path) ?? document)
    return {
      ...finding,
      rule: rule.name,
      path,
      level: levelOf(rule, finding, judged.stage, archive.settings),
      span: placing(path, finding.at),
    }
  })
  const unreadable = documents.filter(document => document.unreadable).length
  return {
    diagnostics: diagnostics.sort(inOrder),
    files: documents.length + skipped.length,
    checked: documents.length - unreadable,
    unreadable,
    skipped,
  }
}

/** The level of a finding: what the archive has set, else what the finding or its rule says for the stage of the document. */
function levelOf(rule: Rule, finding: Pick<Finding, 'level'>, stage: Stage, settings: Settings): Level {
  const set = settings.levels.get(rule.name)
  if (set !== undefined && set !== 'off') return set
  if (finding.level !== undefined)
    return stage === 'draft' && rule.unreadable !== true ? gentler(finding.level) : finding.level
  return levelsOf(rule)[stage] ?? 'note'
}

/** The levels of a rule for each stage: as it lists them, or one step gentler on a draft. A rule about unusable files is never gentle. */
function levelsOf(rule: Rule): Levels {
  if (typeof rule.level !== 'string') return rule.level
  return {
    draft: rule.unreadable === true ? rule.level : gentler(rule.level),
    review: rule.level,
    final: rule.level,
  }
}

const gentler = (level: Level): Level => (level === 'error' ? 'warning' : 'note')

function rulesByTyp(rules: readonly Rule[]): (document: Document) => readonly Rule[] {
  const known = new Map<string, readonly Rule[]>()
  return document => {
    const key = `${document.role} ${document.unreadable} ${document.stage} ${document.typ}`
    let chosen = known.get(key)
    if (chosen === undefined) {
      chosen = rules.filter(
        rule =>
          (document.role === 'document' || rule.registers === true) &&
          (!document.unreadable || rule.unreadable === true) &&
          (rule.kinds === undefined || rule.kinds.includes(document.typ ?? '')) &&
          levelsOf(rule)[document.stage] !== undefined,
      )
      known.set(key, chosen)
    }
    return chosen
  }
}

/** Turns places in the words of a document into lines and columns; reads a file only when something was found in it. */
function placer(textOf: (path: string) => string | undefined): (path: string, place: Place) => Span {
  const files = new Map<
    string,
    { readonly lines: readonly string[]; readonly find: ReturnType<typeof positionsIn> | undefined }
  >()
  const fileAt = (path: string) => {
    let file = files.get(path)
    if (file === undefined) {
      const text = textOf(path) ?? ''
      const yaml = path.endsWith('.md') ? headerTextOf(text) : text
      const firstLine = path.endsWith('.md') ? 2 : 1
      file = { lines: text.split('\n'), find: yaml === undefined ? undefined : positionsIn(yaml, firstLine) }
      files.set(path, file)
    }
    return file
  }
  return (path, place) => {
    const { lines, find } = fileAt(path)
    if ('span' in place) return within(place.span, lines)
    if ('field' in place)
      return within(oneLine(find?.(place.field, place.part ?? 'value'), lines) ?? wholeLine(1, lines), lines)
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

const inOrder = (a: Diagnostic, b: Diagnostic): number => {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (
    a.span.line - b.span.line ||
    a.span.column - b.span.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  )
}

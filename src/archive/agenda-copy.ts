import type { Section } from '../model/body.js'
import { type Document, nameOf } from '../model/document.js'
import { stated } from '../model/fields.js'
import { mayBeRepeated } from '../model/repeatable.js'
import type { Said } from '../model/said.js'
import { sectionAt } from '../model/section-at.js'
import type { Item } from './item.js'
import type { TextOf } from './placing.js'

/**
 * The items of an agenda, as the minutes begin: its titles and attributes, the texts under them and why each is there,
 * so that the minutes differ from the agenda in what the meeting added. What was expected beforehand is left out, and
 * what may not be repeated.
 */
export function copiedItems(agenda: Document, textOf: TextOf): readonly Item[] {
  const { sections } = agenda.body
  const lines = (textOf(agenda.path) ?? '').split('\n')
  const item = (section: Section): Item => ({
    title: section.title,
    attributes: section.attributes.filter(({ key }) => key !== 'Förväntan'),
    lines: linesUnder(section, agenda, lines),
    because: reasonFor(section, agenda),
    subItems: sections
      .filter(({ parent, number }) => parent === section.index && number !== undefined)
      .map(item),
  })
  return sections.filter(({ depth, number }) => depth === 2 && number !== undefined).map(item)
}

/** Why an item stands on the agenda, in the words that stand there. */
function reasonFor(section: Section, agenda: Document): Said {
  const end = lastLine(section, agenda)
  const written = agenda.body.comments.find(
    ({ text, line }) => section.line < line && line <= end && REASON.test(text),
  )
  return {
    sv: written?.text.replace(REASON, '').replace(/\.$/, '') ?? `står på kallelsen ${nameOf(agenda)}`,
    en: `stands on the agenda ${nameOf(agenda)}`,
  }
}

/** The text of an item without its attribute lines and its reason; nothing of it that may not be repeated. */
function linesUnder(section: Section, agenda: Document, lines: readonly string[]): readonly string[] {
  const { comments, sections } = agenda.body
  const reasons = comments
    .filter(({ text }) => REASON.test(text))
    .map(({ text, line }) => ({ line, endLine: line + text.split('\n').length - 1 }))
  const isKept = (line: number) =>
    !section.attributes.some(attribute => attribute.line === line) &&
    !reasons.some(reason => reason.line <= line && line <= reason.endLine) &&
    mayBeRepeated(agenda, { line, ...stated('section', sectionAt(sections, line)?.index) })
  const text = lines
    .slice(section.line, lastLine(section, agenda))
    .map((written, index) => (isKept(section.line + 1 + index) ? written.trimEnd() : ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return text === '' ? [] : text.split('\n')
}

/** The last line of an item with what stands under headings without a number. */
function lastLine({ index, depth }: Section, { body }: Document): number {
  const next = body.sections.find(
    each => each.index > index && (each.number !== undefined || each.depth <= depth),
  )
  return next === undefined ? Number.POSITIVE_INFINITY : next.line - 1
}

/** How the comment begins that says why an item stands there. */
const REASON = /^Därför:\s*/

import { columnsOf } from '../model/layout.js'
import type { Language } from '../model/said.js'
import { settingOf, shownRecord } from '../model/shown-record.js'
import {
  headsOf,
  type ShownChapter,
  type ShownSheet,
  type ShownTable,
  tablesInOrder,
} from '../model/shown-sheet.js'
import { isNumeric } from '../model/worded-column.js'
import { chartSvg, chartWords } from './chart-svg.js'
import { columnShares } from './column-shares.js'
import { typstText as text, typstHeading } from './typst-text.js'

/**
 * A sheet as source of Typst, which sets it as PDF: headings, contents with pages, a chapter on a page of its own,
 * tables whose heads are repeated, charts with a text for those who do not see them. Texts of the archive stand in it as
 * strings alone.
 */
export function asTypst(sheet: ShownSheet, language: Language): string {
  const isLying = tablesInOrder(sheet).some(({ table }) => settingOf(table) === 'lying')
  return [
    preamble(sheet, language, isLying),
    `#title(${typstHeading(sheet.title)})`,
    `#block(below: 14pt, par(text(size: 12pt, fill: muted, ${text(sheet.scope)})))`,
    list(sheet.summary),
    contents(sheet, language),
    ...sheet.tables.map(table => tableSource(table, 1, language)),
    ...sheet.chapters.map(chapter => chapterSource(chapter, language)),
    '#v(12pt)',
    ...sheet.sources.map(source => note(source)),
  ].join('\n')
}

const preamble = ({ title, scope }: ShownSheet, language: Language, isLying: boolean): string => {
  const [page, of] = { sv: ['Sida', 'av'], en: ['Page', 'of'] }[language]
  return `#let ink = rgb("#1b1b1b")
#let muted = rgb("#4a4a4a")
#set document(title: ${text(`${title} – ${scope}`)}, author: "samverkan", date: none)
#set page(paper: "a4", flipped: ${isLying}, margin: (x: 2cm, top: 2cm, bottom: 2.2cm), footer: context align(right, text(size: 9pt, fill: muted)[${page} #counter(page).display() ${of} #counter(page).final().first()]))
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "${language}", region: "${language === 'sv' ? 'SE' : 'GB'}", fill: ink, hyphenate: true)
#set par(leading: 0.6em)
#set table(stroke: none, inset: (x: 4pt, y: 3.5pt))
#show title: set text(size: 22pt)
#show title: set block(below: 8pt)
#show heading.where(level: 1): set text(size: 16pt, fill: rgb("#22577a"))
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading: set block(above: 18pt, below: 9pt, sticky: true)
#show table: set text(size: 9.5pt)
#show table: set par(justify: false, leading: 0.45em)`
}

const list = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : `#list(${texts.map(each => `text(${text(each)})`).join(', ')})`

const contents = ({ chapters }: ShownSheet, language: Language): string =>
  chapters.length === 0
    ? ''
    : `#outline(title: ${text({ sv: 'Innehåll', en: 'Contents' }[language])}, depth: 1)`

const chapterSource = ({ title, summary, tables, ownWords }: ShownChapter, language: Language): string =>
  [
    '#pagebreak(weak: true)',
    `#heading(level: 1, ${typstHeading(title)})`,
    list(summary),
    ownWords === undefined
      ? ''
      : `#block(width: 100%, height: 3.2cm, inset: 8pt, stroke: (paint: muted, thickness: 0.6pt, dash: "dashed"), emph(text(fill: muted, ${text(ownWords)})))`,
    ...tables.map(table => tableSource(table, 2, language)),
  ].join('\n')

const tableSource = (table: ShownTable, level: 1 | 2, language: Language): string =>
  [
    `#heading(level: ${level}, outlined: ${level > 1}, bookmarked: true, ${typstHeading(table.title)})`,
    table.chart === undefined
      ? ''
      : `#block(sticky: true, image(bytes(${text(withNamespace(chartSvg(table.chart, language)))}), format: "svg", width: 13.5cm, alt: ${text(chartWords(table.chart, language))}))`,
    table.rows.length === 0
      ? `#par(text(${text(table.empty)}))`
      : settingOf(table) === 'records'
        ? records(table, language)
        : grid(table),
    ...table.notes.map(note),
  ].join('\n')

/** A chart by itself, in the font of the page: another would come from the machine. */
const withNamespace = (svg: string): string =>
  svg
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('font-family="sans-serif"', 'font-family="Libertinus Serif"')

function grid(table: ShownTable): string {
  const heads = headsOf(table)
  const shares = columnShares(table)
  const tracks = shares.map(share => `${Math.round(share * 1000)}fr`)
  const sides = heads.map((_, index) => {
    const column = table.columns[index]
    return column !== undefined && isNumeric(column) ? 'right' : 'left'
  })
  const cells = (texts: readonly string[]) =>
    heads
      .map((_, index) => {
        const isId = table.columns[index] === undefined || table.columns[index]?.type === 'id'
        return `text(hyphenate: ${!isId}, ${text(texts[index] ?? '')})`
      })
      .join(', ')
  const strong = (texts: readonly string[]) =>
    heads
      .map((_, index) => {
        const words = (texts[index] ?? '').split(' ').map(columnsOf)
        const isTooLong = Math.max(...words) > (shares[index] ?? 0) * LETTERS_ACROSS
        return `strong(text(hyphenate: ${isTooLong}, ${text(texts[index] ?? '')}))`
      })
      .join(', ')
  return `#table(columns: (${tracks.join(', ')},), align: (${sides.map(side => `${side} + top`).join(', ')},),
table.header(${strong(heads)}),
table.hline(stroke: 1pt),
${table.rows.map(({ texts, documents }) => `${cells([...texts, documents.join(', ')])}, table.hline(stroke: 0.4pt + rgb("#d0d0d0"))`).join(',\n')}${
  table.totals === undefined ? '' : `,\ntable.hline(stroke: 1pt),\n${strong(table.totals)}`
})`
}

/** Letters of a table on a line of a standing page, about. */
const LETTERS_ACROSS = 85

const records = (table: ShownTable, language: Language): string =>
  table.rows
    .map(row => {
      const { first, second, facts, lack } = shownRecord(table, row, language)
      const lines = [facts.join(' · '), lack ?? '', row.documents.join(', ')].filter(each => each !== '')
      const body = lines
        .map(line => `text(size: 9.5pt, hyphenate: false, ${text(line)})`)
        .join(', linebreak(), ')
      return `#block(breakable: false, above: 9pt, [#strong(${text(first)})#h(6pt)#text(${text(second)})${body === '' ? '' : ` #block(above: 4pt, inset: (left: 10pt), (${body},).join())`}])`
    })
    .join('\n')

const note = (words: string): string =>
  `#block(above: 6pt, par(text(size: 9pt, fill: muted, ${text(words)})))`

import { chartSvg } from '../../exchange/chart-svg.js'
import { xmlText as escaped } from '../../exchange/xml-text.js'
import type { Format } from '../../model/format.js'
import type { Language } from '../../model/said.js'
import type { Column } from '../../model/sheet.js'
import {
  headsOf,
  type ShownChapter,
  type ShownRow,
  type ShownSheet,
  type ShownTable,
  shownSheet,
} from '../../model/shown-sheet.js'
import { isNumeric } from '../../model/worded-column.js'

/**
 * Sheets as one page of its own: nothing is fetched, nothing runs, and it reads well aloud and on paper (EN
 * 301 549).
 */
export const format: Format = {
  name: 'html',
  about: { sv: 'en webbsida att öppna, skriva ut eller bifoga', en: 'a web page to open, print or attach' },
  sheet: (sheet, { language }, { shows }) => page(shownSheet(sheet, language, shows), language),
}

const page = (sheet: ShownSheet, language: Language): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${sheet.title} – ${sheet.scope}`)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>${escaped(sheet.title)}</h1>
<p class="scope">${escaped(sheet.scope)}</p>
${list(sheet.summary)}${contents(sheet, language)}${sheet.tables.map(table => section(table, 'h2', language)).join('\n')}
${sheet.chapters.map((chapter, index) => chapterMarkup(chapter, index, language)).join('\n')}
</main>
<footer>
${sheet.sources.map(source => `<p>${escaped(source)}</p>`).join('\n')}
</footer>
</body>
</html>
`

const list = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : `<ul>\n${texts.map(text => `<li>${escaped(text)}</li>`).join('\n')}\n</ul>\n`

function contents({ chapters }: ShownSheet, language: Language): string {
  if (chapters.length === 0) return ''
  const name = { sv: 'Innehåll', en: 'Contents' }[language]
  const items = chapters.map(
    ({ title }, index) => `<li><a href="#${chapterId(index)}">${escaped(title)}</a></li>`,
  )
  return `<nav aria-labelledby="contents">\n<h2 id="contents">${name}</h2>\n<ol>\n${items.join('\n')}\n</ol>\n</nav>\n`
}

const chapterId = (index: number): string => `chapter-${index + 1}`

const chapterMarkup = (
  { title, summary, tables, ownWords }: ShownChapter,
  index: number,
  language: Language,
): string => `<article aria-labelledby="${chapterId(index)}">
<h2 id="${chapterId(index)}">${escaped(title)}</h2>
${list(summary)}${ownWords === undefined ? '' : `<p class="own">${escaped(ownWords)}</p>\n`}${tables.map(table => section(table, 'h3', language)).join('\n')}
</article>`

const section = (table: ShownTable, heading: 'h2' | 'h3', language: Language): string => `<section>
<${heading}>${escaped(table.title)}</${heading}>
${table.rows.length === 0 ? `<p>${table.empty}</p>` : figure(table, language) + tableMarkup(table)}${table.notes
  .map(note => `\n<p class="note">${escaped(note)}</p>`)
  .join('')}
</section>`

const figure = ({ chart }: ShownTable, language: Language): string =>
  chart === undefined ? '' : `<figure>${chartSvg(chart, language)}</figure>\n`

function tableMarkup(table: ShownTable): string {
  const { title, columns, rows, totals, shows } = table
  const more = (markup: string): string => (shows === 'documents' ? markup : '')
  const head = headsOf(table)
    .map((name, index) => `<th scope="col"${side(columns[index])}>${escaped(name)}</th>`)
    .join('')
  const body = rows.map(row => `<tr>${rowMarkup(row, table)}${more(documentsMarkup(row))}</tr>`).join('\n')
  const foot =
    totals === undefined
      ? ''
      : `\n<tfoot>\n<tr>${totalsMarkup(totals, columns)}${more('<td></td>')}</tr>\n</tfoot>`
  return `<div class="table" role="region" tabindex="0" aria-label="${escaped(title)}">
<table>
<caption>${escaped(title)}</caption>
<thead>
<tr>${head}</tr>
</thead>
<tbody>
${body}
</tbody>${foot}
</table>
</div>`
}

const rowMarkup = ({ cells, texts }: ShownRow, { columns, chart }: ShownTable): string =>
  columns
    .map((column, index) => {
      const cell = cells[index]
      const text = texts[index] ?? ''
      if (index === 0) return `<th scope="row">${escaped(text)}</th>`
      const isDrawn = column.type === 'share' && typeof cell === 'number' && chart === undefined
      return `<td${side(column)}>${isDrawn ? `${barMarkup(cell, text)} ` : ''}${escaped(text)}</td>`
    })
    .join('')

const totalsMarkup = (totals: readonly string[], columns: readonly Column[]): string =>
  totals
    .map((text, index) =>
      index === 0
        ? `<th scope="row">${escaped(text)}</th>`
        : `<td${text === '' ? '' : side(columns[index])}>${escaped(text)}</td>`,
    )
    .join('')

const documentsMarkup = ({ documents }: ShownRow): string =>
  `<td class="documents">${escaped(documents.join(', '))}</td>`

/** A share as a bar; the same number stands beside it. */
const barMarkup = (share: number, text: string): string =>
  `<svg role="img" width="100" height="10" viewBox="0 0 100 10"><title>${escaped(text)}</title>` +
  `<rect class="ground" width="100" height="10"/><rect class="bar" width="${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}" height="10"/></svg>`

function side(column: Column | undefined): string {
  if (column === undefined) return ''
  return isNumeric(column) ? ' class="number"' : column.type === 'date' ? ' class="date"' : ''
}

const STYLE = `:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 2rem auto; padding: 0 1rem; max-width: 64rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.2rem 0 .5rem; break-after: avoid; }
h3 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; break-after: avoid; }
a { color: #22577a; }
.scope { margin-top: .3rem; }
.scope, .note, footer { color: #4a4a4a; }
.note { font-size: .9rem; margin: .4rem 0; max-width: 44rem; }
main > ul, article > ul { max-width: 44rem; padding-left: 1.2rem; }
nav { border: 1px solid #d0d0d0; border-radius: .3rem; padding: .8rem 1.2rem; margin: 1.5rem 0; max-width: 42rem; }
nav h2 { font-size: 1rem; margin: 0; }
nav ol { margin: .4rem 0 0; padding-left: 1.4rem; }
article { border-top: 2px solid #22577a; margin-top: 3rem; }
article > h2 { font-size: 1.5rem; margin-top: 1rem; }
.own { border: 1px dashed #6b6b6b; border-radius: .3rem; min-height: 6rem; padding: .6rem .8rem; color: #4a4a4a; max-width: 44rem; }
figure { margin: .5rem 0 1rem; max-width: 45rem; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #d0d0d0; }
thead th { border-bottom: 2px solid #1b1b1b; vertical-align: bottom; }
tbody th { font-weight: normal; }
tfoot th, tfoot td { border-top: 2px solid #1b1b1b; border-bottom: 0; font-weight: bold; }
th.number, td.number { text-align: right; }
td.number, td.date { white-space: nowrap; }
.documents { color: #4a4a4a; font-size: .85rem; }
td svg { float: left; margin: .45rem .8rem 0 0; }
.ground { fill: #e6e6e6; }
.bar { fill: #22577a; }
footer { border-top: 1px solid #d0d0d0; margin-top: 2.5rem; }
@media print {
  @page { size: A4 landscape; margin: 1.5cm; }
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
  .table { overflow: visible; }
  article { break-before: page; border-top: 0; margin-top: 0; }
  tr { break-inside: avoid; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}`

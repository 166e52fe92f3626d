import type { Format, SheetWish } from '../../model/format.js'
import type { Language } from '../../model/said.js'
import type { Cell, Column, Row, Sheet, Table } from '../../model/sheet.js'
import { DOCUMENTS, NO_ROWS, sourcesSaid, TOTAL } from '../../model/sheet-words.js'
import { cellText, isNumeric } from '../../model/worded-column.js'

/**
 * Sheets as one page of its own: nothing is fetched, nothing runs, and it reads well aloud and on paper (EN
 * 301 549).
 */
export const format: Format = {
  name: 'html',
  about: { sv: 'en webbsida att öppna, skriva ut eller bifoga', en: 'a web page to open, print or attach' },
  sheet: (sheet, { language }, { shows }) => page(sheet, language, shows),
}

const page = (sheet: Sheet, language: Language, shows: SheetWish['shows']): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${sheet.title[language]} – ${sheet.scope[language]}`)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>${escaped(sheet.title[language])}</h1>
<p class="scope">${escaped(sheet.scope[language])}</p>
${sheet.summary.length === 0 ? '' : list(sheet.summary.map(said => said[language]))}
${sheet.tables.map(table => section(table, language, shows)).join('\n')}
</main>
<footer>
${sourcesSaid(sheet)
  .map(said => `<p>${escaped(said[language])}</p>`)
  .join('\n')}
</footer>
</body>
</html>
`

const list = (texts: readonly string[]): string =>
  `<ul>\n${texts.map(text => `<li>${escaped(text)}</li>`).join('\n')}\n</ul>`

const section = (table: Table, language: Language, shows: SheetWish['shows']): string => `<section>
<h2>${escaped(table.title[language])}</h2>
${table.rows.length === 0 ? `<p>${NO_ROWS[language]}</p>` : tableMarkup(table, language, shows)}${(
  table.notes ?? []
)
  .map(said => `\n<p class="note">${escaped(said[language])}</p>`)
  .join('')}
</section>`

function tableMarkup(
  { title, columns, rows, totals }: Table,
  language: Language,
  shows: SheetWish['shows'],
): string {
  const more = (markup: string): string => (shows === 'documents' ? markup : '')
  const head = columns
    .map(column => `<th scope="col"${side(column)}>${escaped(column.label[language])}</th>`)
    .join('')
  const body = rows
    .map(row => `<tr>${rowMarkup(row, columns, language)}${more(documentsMarkup(row))}</tr>`)
    .join('\n')
  const foot =
    totals === undefined
      ? ''
      : `\n<tfoot>\n<tr>${totalsMarkup(totals, columns, language)}${more('<td></td>')}</tr>\n</tfoot>`
  return `<div class="table" role="region" tabindex="0" aria-label="${escaped(title[language])}">
<table>
<caption>${escaped(title[language])}</caption>
<thead>
<tr>${head}${more(`<th scope="col">${DOCUMENTS[language]}</th>`)}</tr>
</thead>
<tbody>
${body}
</tbody>${foot}
</table>
</div>`
}

const rowMarkup = ({ cells }: Row, columns: readonly Column[], language: Language): string =>
  columns
    .map((column, index) => {
      const cell = cells[index]
      const text = cellText(cell, column, language)
      if (index === 0) return `<th scope="row">${escaped(text)}</th>`
      const drawn = column.type === 'share' && typeof cell === 'number' ? `${barMarkup(cell, text)} ` : ''
      return `<td${side(column)}>${drawn}${escaped(text)}</td>`
    })
    .join('')

const totalsMarkup = (totals: readonly Cell[], columns: readonly Column[], language: Language): string =>
  columns
    .map((column, index) => {
      if (index === 0) return `<th scope="row">${TOTAL[language]}</th>`
      return isNumeric(column)
        ? `<td${side(column)}>${escaped(cellText(totals[index], column, language))}</td>`
        : '<td></td>'
    })
    .join('')

const documentsMarkup = ({ documents = [] }: Row): string =>
  `<td class="documents">${escaped(documents.join(', '))}</td>`

/** A share as a bar; the same number stands beside it. */
const barMarkup = (share: number, text: string): string =>
  `<svg role="img" width="100" height="10" viewBox="0 0 100 10"><title>${escaped(text)}</title>` +
  `<rect class="ground" width="100" height="10"/><rect class="bar" width="${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}" height="10"/></svg>`

const side = (column: Column): string => (isNumeric(column) ? ' class="number"' : '')

/** A text that HTML takes for nothing but text, in an element or a quoted attribute. */
const escaped = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      '',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const STYLE = `:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 2rem auto; padding: 0 1rem; max-width: 64rem; }
h1 { font-size: 1.8rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; break-after: avoid; }
.scope, .note, footer { color: #4a4a4a; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #d0d0d0; }
thead th { border-bottom: 2px solid #1b1b1b; }
tbody th { font-weight: normal; }
tfoot th, tfoot td { border-top: 2px solid #1b1b1b; border-bottom: 0; font-weight: bold; }
.number { text-align: right; white-space: nowrap; }
.documents { color: #4a4a4a; font-size: .85rem; }
svg { float: left; margin: .45rem .8rem 0 0; }
.ground { fill: #e6e6e6; }
.bar { fill: #22577a; }
@media print {
  @page { size: A4 landscape; margin: 1.5cm; }
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
  .table { overflow: visible; }
  tr { break-inside: avoid; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`

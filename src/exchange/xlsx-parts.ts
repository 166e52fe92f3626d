import type { Language } from '../model/said.js'
import type { ShownChart } from '../model/shown-chart.js'
import type { ShownTable } from '../model/shown-sheet.js'
import { chartWords } from './chart-svg.js'
import { ooxmlChart } from './ooxml-chart.js'
import { xmlText } from './xml-text.js'
import type { Parts } from './zip.js'

/** A table in a workbook, and the name of its tab. */
export interface Tab {
  readonly name: string
  readonly table: ShownTable
  /** Columns and rows of the filter: with the head, without totals and notes. */
  readonly columns: number
  readonly rows: number
}

/**
 * The parts of a workbook with what its writer has no words for: filters over the heads, heads that are printed on every
 * page, and charts beside the tables. The first sheet of the workbook has no table, the others are the tabs.
 */
export function withWhatIsLacking(parts: Parts, tabs: readonly Tab[], language: Language): Parts {
  const whole = new Map(parts)
  for (const [index, tab] of tabs.entries()) {
    const number = index + 2
    const { chart } = tab.table
    edit(whole, sheetPath(number), '</sheetData>', `</sheetData><autoFilter ref="${areaOf(tab)}"/>`)
    edit(whole, sheetPath(number), '<sheetViews>', `${FITTED}<sheetViews>`)
    edit(whole, sheetPath(number), '<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
    if (chart !== undefined) addChart(whole, tab, number, chart, language)
  }
  edit(
    whole,
    'xl/workbook.xml',
    '<definedNames/>',
    `<definedNames>${tabs.map(namesOf).join('')}</definedNames>`,
  )
  return whole
}

const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`

/** Printed as wide as the paper. */
const FITTED = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

/** `A1:F10`: the head and the rows. */
const areaOf = ({ columns, rows }: Tab): string => `A1:${letters(columns)}${rows}`

function namesOf(tab: Tab, index: number): string {
  const named = (name: string, area: string, more = '') =>
    `<definedName name="_xlnm.${name}" localSheetId="${index + 1}"${more}>${xmlText(`${inFormula(tab.name)}!${area}`)}</definedName>`
  const area = areaOf(tab).replace(/[A-Z]+|\d+/g, '$$$&')
  return named('_FilterDatabase', area, ' hidden="1"') + named('Print_Titles', '$1:$1')
}

function addChart(
  parts: Map<string, string>,
  tab: Tab,
  number: number,
  chart: ShownChart,
  language: Language,
): void {
  const sheet = inFormula(tab.name)
  const column = (at: number, from: number, to: number) =>
    `${sheet}!$${letters(at + 1)}$${from}:$${letters(at + 1)}$${to}`
  parts.set(
    `xl/charts/chart${number}.xml`,
    ooxmlChart(chart, language, {
      labels: column(chart.labelColumn, 2, tab.rows),
      series: chart.series.map(({ column: at }) => ({
        name: `${sheet}!$${letters(at + 1)}$1`,
        values: column(at, 2, tab.rows),
      })),
    }),
  )
  const height =
    chart.kind === 'lines' ? 3_200_000 : Math.min(9_000_000, 1_100_000 + chart.labels.length * 330_000)
  parts.set(
    `xl/drawings/drawing${number}.xml`,
    `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">` +
      `<xdr:oneCellAnchor><xdr:from><xdr:col>${tab.columns + 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="6400000" cy="${height}"/>` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${xmlText(chart.title)}" descr="${xmlText(chartWords(chart, language))}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>',
  )
  parts.set(
    `xl/drawings/_rels/drawing${number}.xml.rels`,
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'chart', `../charts/chart${number}.xml`)}</Relationships>`,
  )
  const drawing = relation('rIdDrawing', 'drawing', `../drawings/drawing${number}.xml`)
  edit(parts, `xl/worksheets/_rels/sheet${number}.xml.rels`, '</Relationships>', `${drawing}</Relationships>`)
  edit(parts, sheetPath(number), '</worksheet>', '<drawing r:id="rIdDrawing"/></worksheet>')
  const type = (part: string, what: string) =>
    `<Override PartName="/xl/${part}${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.${what}+xml"/>`
  const types = type('drawings/drawing', 'drawing') + type('charts/chart', 'drawingml.chart')
  edit(parts, '[Content_Types].xml', '</Types>', `${types}</Types>`)
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const relation = (id: string, what: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${what}" Target="${target}"/>`

/** Puts something in the place of a mark in a part. @throws Error where the mark is not there once. */
function edit(parts: Map<string, string>, path: string, mark: string, instead: string): void {
  const pieces = parts.get(path)?.split(mark) ?? []
  if (pieces.length !== 2) throw new Error(`${path} has ${mark} ${pieces.length - 1} times.`)
  parts.set(path, pieces.join(instead))
}

/** The name of a sheet in a formula. */
const inFormula = (name: string): string => `'${name.replaceAll("'", "''")}'`

/** The letters of a column, from 1: A … Z, AA … */
const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))

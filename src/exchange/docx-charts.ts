import type { Language } from '../model/said.js'
import type { ShownChart } from '../model/shown-chart.js'
import { chartWords } from './chart-svg.js'
import { ooxmlChart } from './ooxml-chart.js'
import { xmlText } from './xml-text.js'
import type { Parts } from './zip.js'

/** What stands where a chart is to be, counted from 1: a sign for private use, which no text of a report keeps. */
export const chartMark = (number: number): string => `\ue000chart-${number}\ue000`

/** A document with its charts in their places. */
export function withCharts(parts: Parts, charts: readonly ShownChart[], language: Language): Parts {
  if (charts.length === 0) return parts
  const whole = new Map(parts)
  for (const [index, chart] of charts.entries())
    whole.set(`word/charts/chart${index + 1}.xml`, ooxmlChart(chart, language))
  const numbers = charts.map((_, index) => index + 1)
  edit(whole, '[Content_Types].xml', text =>
    before(
      text,
      '</Types>',
      numbers.map(
        number =>
          `<Override PartName="/word/charts/chart${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
      ),
    ),
  )
  edit(whole, 'word/_rels/document.xml.rels', text =>
    before(
      text,
      '</Relationships>',
      numbers.map(
        number =>
          `<Relationship Id="rIdChart${number}" Type="${OFFICE}/chart" Target="charts/chart${number}.xml"/>`,
      ),
    ),
  )
  edit(whole, 'word/document.xml', text =>
    charts.reduce(
      (done, chart, index) =>
        done.replace(`<w:t xml:space="preserve">${chartMark(index + 1)}</w:t>`, () =>
          drawing(chart, index + 1, language),
        ),
      text,
    ),
  )
  return whole
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'

const before = (text: string, mark: string, added: readonly string[]): string =>
  text.replace(mark, () => added.join('') + mark)

function edit(parts: Map<string, string>, path: string, by: (text: string) => string): void {
  const text = parts.get(path)
  if (text === undefined) throw new Error(`${path} is not there.`)
  parts.set(path, by(text))
}

function drawing(chart: ShownChart, number: number, language: Language): string {
  const height =
    chart.kind === 'lines' ? 2_700_000 : Math.min(7_500_000, 900_000 + chart.labels.length * 290_000)
  const size = `cx="5900000" cy="${height}"`
  return (
    `<w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>` +
    `<wp:docPr id="${1000 + number}" name="${xmlText(chart.title)}" descr="${xmlText(chartWords(chart, language))}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rIdChart${number}"/></a:graphicData></a:graphic></wp:inline></w:drawing>`
  )
}

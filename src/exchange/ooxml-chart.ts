import type { Language } from '../model/said.js'
import { type ShownChart, type ShownSeries, scaleOf } from '../model/shown-chart.js'
import { fillOf, INK, inkOn } from './chart-marks.js'
import { xmlText } from './xml-text.js'

/** Where a spreadsheet has the numbers of a chart, as ranges: `'Blad'!$B$2:$B$5`. */
export interface ChartRanges {
  readonly labels: string
  readonly series: readonly { readonly name: string; readonly values: string }[]
}

/**
 * A chart that Excel, Word and LibreOffice draw themselves (DrawingML, ISO/IEC 29500-1 § 21.2): from the cells of a
 * spreadsheet, or — without ranges, under a heading — from numbers of its own. The same chart gives the same text.
 */
export function ooxmlChart(chart: ShownChart, language: Language, ranges?: ChartRanges): string {
  const series = chart.series.map((each, index) => seriesXml(chart, each, index, ranges))
  const plot =
    chart.kind === 'lines'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${AXES}</c:lineChart>`
      : `<c:barChart><c:barDir val="bar"/><c:grouping val="${chart.kind === 'stacked' ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
        `${series.join('')}<c:gapWidth val="60"/>${chart.kind === 'stacked' ? '<c:overlap val="100"/>' : ''}${AXES}</c:barChart>`
  const legend =
    chart.series.length > 1 ? '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' : ''
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:lang val="${language === 'sv' ? 'sv-SE' : 'en-GB'}"/><c:roundedCorners val="0"/>` +
    `<c:chart>${ranges === undefined ? '' : titleXml(chart.title)}<c:autoTitleDeleted val="${ranges === undefined ? 1 : 0}"/>` +
    `<c:plotArea><c:layout/>${plot}${axesXml(chart)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>${textXml(1000)}</c:chartSpace>`
  )
}

const AXES = '<c:axId val="111"/><c:axId val="222"/>'

const titleXml = (title: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr sz="1200" b="1"/><a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`

const textXml = (size: number, colour: string = INK): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr>`

const hex = (colour: string): string => colour.slice(1).toUpperCase()

const codeOf = ({ scale }: ShownChart): string => (scale === 'shares' ? '0\u00a0%' : 'General')

/** The categories stand as in the table, the first at the top. */
function axesXml(chart: ShownChart): string {
  const isLying = chart.kind !== 'lines'
  const scale = scaleOf(chart)
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
  return (
    `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="${isLying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${isLying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="222"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:max val="${scale.at(-1) ?? chart.most}"/><c:min val="0"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${isLying ? 'b' : 'l'}"/>${grid}<c:numFmt formatCode="${codeOf(chart)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="${isLying ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/><c:majorUnit val="${scale[1] ?? chart.most}"/></c:valAx>`
  )
}

function seriesXml(
  chart: ShownChart,
  series: ShownSeries,
  index: number,
  ranges: ChartRanges | undefined,
): string {
  const range = ranges?.series[index]
  const name = series.name
  const tx =
    range === undefined
      ? `<c:tx><c:v>${xmlText(name)}</c:v></c:tx>`
      : `<c:tx><c:strRef><c:f>${xmlText(range.name)}</c:f>${strings('strCache', [name])}</c:strRef></c:tx>`
  const cat =
    ranges === undefined
      ? strings('strLit', chart.labels)
      : `<c:strRef><c:f>${xmlText(ranges.labels)}</c:f>${strings('strCache', chart.labels)}</c:strRef>`
  const val =
    range === undefined
      ? numbers('numLit', series.values, codeOf(chart))
      : `<c:numRef><c:f>${xmlText(range.values)}</c:f>${numbers('numCache', series.values, codeOf(chart))}</c:numRef>`
  const fill = `<a:solidFill><a:srgbClr val="${hex(fillOf(index))}"/></a:solidFill>`
  const lineFill = `<a:ln w="28575">${fill}<a:prstDash val="${DASHES[index % DASHES.length] ?? 'solid'}"/></a:ln>`
  const isLine = chart.kind === 'lines'
  const look = isLine
    ? `<c:spPr>${lineFill}</c:spPr><c:marker><c:symbol val="${SYMBOLS[index % SYMBOLS.length] ?? 'circle'}"/><c:size val="7"/><c:spPr>${fill}</c:spPr></c:marker>`
    : `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`
  const labels = isLine ? '' : labelsXml(chart, index)
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${tx}${look}${labels}<c:cat>${cat}</c:cat><c:val>${val}</c:val>${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`
}

/** The number of each bar; in a stack only where there is one, in a colour that is read on it. */
function labelsXml(chart: ShownChart, index: number): string {
  const look =
    chart.kind === 'stacked'
      ? `<c:numFmt formatCode="${codeOf(chart) === 'General' ? '#,##0;;' : '0\u00a0%;;'}" sourceLinked="0"/>${textXml(900, inkOn(fillOf(index)))}`
      : ''
  return `<c:dLbls>${look}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
}

const SYMBOLS = ['circle', 'square', 'triangle', 'diamond']
const DASHES = ['solid', 'dash', 'sysDot', 'dashDot']

const strings = (element: 'strLit' | 'strCache', texts: readonly string[]): string =>
  `<c:${element}><c:ptCount val="${texts.length}"/>${texts.map((text, index) => `<c:pt idx="${index}"><c:v>${xmlText(text)}</c:v></c:pt>`).join('')}</c:${element}>`

const numbers = (
  element: 'numLit' | 'numCache',
  values: readonly (number | undefined)[],
  code: string,
): string =>
  `<c:${element}><c:formatCode>${code}</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, index) => (value === undefined ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`)).join('')}</c:${element}>`

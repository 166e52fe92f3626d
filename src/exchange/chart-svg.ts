import { columnsOf } from '../model/layout.js'
import type { Language } from '../model/said.js'
import { type ShownChart, scaleOf, scaleText } from '../model/shown-chart.js'
import { barMarks, stackMarks } from './chart-bars.js'
import { lineMarks } from './chart-lines.js'
import { type Drawing, INK, legendMarks, MUTED, tenths, textMark } from './chart-marks.js'
import { xmlText } from './xml-text.js'

/**
 * A chart as SVG: nothing is fetched, nothing runs, and no colour says anything by itself. It is `WIDTH` units wide.
 * The same chart gives the same bytes.
 */
export function chartSvg(chart: ShownChart, language: Language): string {
  const drawing = drawn(chart, language)
  const { height, marks } = drawing
  return (
    `<svg role="img" aria-label="${xmlText(chartWords(chart, language))}" viewBox="0 0 ${WIDTH} ${height}" ` +
    `width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="13" fill="${INK}">` +
    `${marks.join('')}</svg>`
  )
}

/** A chart in words, for those who do not see it. Its numbers stand in the table beside it. */
export function chartWords({ kind, title }: ShownChart, language: Language): string {
  const same = { sv: 'Samma siffror står i tabellen.', en: 'The same numbers stand in the table.' }
  return `${KINDS[language][kind]}: ${title}. ${same[language]}`
}

const KINDS = {
  sv: { bars: 'Stapeldiagram', stacked: 'Staplat diagram', lines: 'Linjediagram' },
  en: { bars: 'Bar chart', stacked: 'Stacked bar chart', lines: 'Line chart' },
}

/** Units across. */
const WIDTH = 720

const drawn = (chart: ShownChart, language: Language): Drawing =>
  chart.kind === 'lines' ? linesDrawn(chart, language) : barsDrawn(chart, language)

function barsDrawn(chart: ShownChart, language: Language): Drawing {
  const longest = Math.max(...chart.labels.map(columnsOf))
  const left = Math.min(260, Math.max(60, longest * 7.2 + 12))
  const legend = legendMarks(
    chart.series.map(({ name }) => name),
    WIDTH,
  )
  const room = { left, right: WIDTH - 48, top: legend.height + 6 }
  const scale = scaleOf(chart)
  const end = scale.at(-1) ?? chart.most
  const x = (value: number) => room.left + ((room.right - room.left) * value) / end
  const bars = chart.kind === 'bars' ? barMarks(chart, room, x) : stackMarks(chart, room, x)
  const lines = scale.flatMap(value => {
    const at = tenths(x(value))
    return [
      `<path d="M${at} ${room.top}V${bars.bottom}" stroke="#d9d9d9" fill="none"/>`,
      textMark(scaleText(value, chart, language), at, bars.bottom + 16, { anchor: 'middle', fill: MUTED }),
    ]
  })
  return { height: bars.bottom + 24, marks: [...legend.marks, ...lines, ...bars.marks] }
}

function linesDrawn(chart: ShownChart, language: Language): Drawing {
  const scale = scaleOf(chart)
  const end = scale.at(-1) ?? chart.most
  const legend = legendMarks(
    chart.series.map(({ name }) => name),
    WIDTH,
  )
  const widest = Math.max(...scale.map(value => columnsOf(scaleText(value, chart, language))))
  const room = { left: widest * 7.5 + 14, right: WIDTH - 24, top: legend.height + 20 }
  const bottom = room.top + 200
  const y = (value: number) => bottom - ((bottom - room.top) * value) / end
  const lines = scale.flatMap(value => {
    const at = tenths(y(value))
    return [
      `<path d="M${tenths(room.left)} ${at}H${room.right}" stroke="${value === 0 ? INK : '#d9d9d9'}" fill="none"/>`,
      textMark(scaleText(value, chart, language), room.left - 8, at + 4, { anchor: 'end', fill: MUTED }),
    ]
  })
  const drawing = lineMarks(chart, { ...room, bottom }, y)
  return { height: drawing.height, marks: [...legend.marks, ...lines, ...drawing.marks] }
}

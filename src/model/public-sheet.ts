import { suppressedAmong } from './disclosure-control.js'
import { NOT_SHOWN, SMALLEST_SHOWN, SUPPRESSED } from './public-column.js'
import { isCategory, isFigure, publicTable, useOf } from './public-table.js'
import { type Said, saidTogether } from './said.js'
import type { Cell, Chapter, Row, Sheet, Table } from './sheet.js'
import { type Figures, figuresIn } from './sheet-figures.js'
import type { WordedColumn } from './worded-column.js'

/**
 * A sheet as the public may see it: only figures by what is declared fit for it, numbers from 1 to 4 suppressed, and so
 * many others that none of those can be computed from what all the tables of the sheet show together. Sentences and
 * notes are left out, for they hold figures, ids and names.
 */
export function suppressed(sheet: Sheet): Sheet {
  const fitOf = (tables: readonly Table[]) => tables.flatMap(table => publicTable(table) ?? [])
  const own = fitOf(sheet.tables)
  const chapters = (sheet.chapters ?? [])
    .map(({ title, tables }): Chapter => ({ title, summary: [], tables: fitOf(tables) }))
    .filter(({ tables }) => tables.length > 0)
  const all = [...own, ...chapters.flatMap(({ tables }) => tables)]
  const figures = figuresIn(all)
  const hidden = suppressedAmong(figures.numbers, figures.sums)
  const isHidden: IsHidden = (...cell) => hidden.has(figures.placeOf(...cell) ?? -1)
  const shown = (tables: readonly Table[]) => tables.map(table => shownTable(table, isHidden))
  const { documents = 0, unreadable } = sheet.sources
  const isTelling =
    (documents > 0 && documents < SMALLEST_SHOWN) ||
    [...hidden].some(place => figures.numbers[place] === documents)
  return {
    report: sheet.report,
    title: sheet.title,
    scope: saidTogether([sheet.scope, FOR_THE_PUBLIC]),
    scopeData: { ...sheet.scopeData, public: 'yes', suppressed_below: String(SMALLEST_SHOWN) },
    summary: [],
    tables: shown(own),
    ...(chapters.length > 0 && {
      chapters: chapters.map(chapter => ({ ...chapter, tables: shown(chapter.tables) })),
    }),
    sources: { ...(!isTelling && { documents }), unreadable: unreadable.map(() => SUPPRESSED) },
  }
}

type IsHidden = (...cell: Parameters<Figures['placeOf']>) => boolean

/** A table with the mark of what is not shown in the place of each such number, and of what is computed from one. */
function shownTable({ chart, ...table }: Table, isHidden: IsHidden): Table {
  const { columns, rows, totals } = table
  const hiddenIn = (cells: readonly Cell[], of: 'row' | 'totals') =>
    cells.map((_, index) => isHidden(columns, cells, of, index))
  const inTotals = totals === undefined ? [] : hiddenIn(totals, 'totals')
  const line = (cells: readonly Cell[], hidden: readonly boolean[]) => {
    const isHiddenKey = (key: string) => {
      const index = columns.findIndex(column => column.key === key)
      return index < 0 || hidden[index] === true || inTotals[index] === true
    }
    return cells.map((cell, index) => {
      const use = useOf(columns[index])
      const isFromHidden = use?.is === 'derived' && cell !== undefined && use.from.some(isHiddenKey)
      return hidden[index] === true || isFromHidden ? SUPPRESSED : cell
    })
  }
  const shownRows = rows.map(({ cells }): Row => ({ cells: line(cells, hiddenIn(cells, 'row')) }))
  const shownTotals = totals === undefined ? undefined : line(totals, inTotals)
  const hides = [...shownRows.map(({ cells }) => cells), shownTotals ?? []].flat().includes(SUPPRESSED)
  const keys = new Set(columns.map(({ key }) => key))
  const isDrawn =
    chart !== undefined && !hides && [chart.labels, ...chart.figures].every(key => keys.has(key))
  return {
    ...table,
    columns: columns.map(column => (isCategory(column) ? column : withMark(column))),
    rows: shownRows,
    ...(shownTotals !== undefined && { totals: shownTotals }),
    ...(hides && { notes: [WHAT_THE_MARK_MEANS] }),
    ...(isDrawn && { chart }),
  }
}

const withMark = (column: WordedColumn): WordedColumn => ({
  ...column,
  words: new Map([[SUPPRESSED, NOT_SHOWN]]),
})

const FOR_THE_PUBLIC: Said = {
  sv: `För offentligheten: tal från 1 till ${SMALLEST_SHOWN - 1} visas inte.`,
  en: `For the public: numbers from 1 to ${SMALLEST_SHOWN - 1} are not shown.`,
}

const WHAT_THE_MARK_MEANS: Said = {
  sv: `${NOT_SHOWN.sv} står för ett tal som inte visas: det är mindre än ${SMALLEST_SHOWN}, eller så hade ett sådant gått att räkna ut.`,
  en: `${NOT_SHOWN.en} stands for a number that is not shown: it is under ${SMALLEST_SHOWN}, or one that is could have been computed.`,
}

/** True when something is left for the public to read. */
export const hasFigures = ({ tables, chapters = [] }: Sheet): boolean =>
  [...tables, ...chapters.flatMap(chapter => chapter.tables)].some(({ columns }) => columns.some(isFigure))

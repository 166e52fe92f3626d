import type { Report } from './report.js'
import type { Chapter, Sheet, Table } from './sheet.js'
import { sourcesSaid } from './sheet-words.js'
import type { Discretion } from './steering-discretion.js'
import { type SteeringPart, tableNamed } from './steering-part.js'

/** A report, what it tells a steering group, and its answer. */
export interface Told {
  readonly report: Report
  readonly part: SteeringPart
  readonly answer: Sheet
}

/** What a report tells a steering group, its own words or the usual; absent for one that is no part of the pack. */
export function partOf({ inSteeringPack, gathers }: Report): SteeringPart | undefined {
  if (gathers !== undefined || inSteeringPack === 'never') return undefined
  return inSteeringPack ?? { ...USUAL, tables: [] }
}

/** The chapter of a report: its first sentences, what it rests on, and the few tables that matter. */
export function chapterOf({ part, answer }: Told, discretion: Discretion): Chapter {
  const chosen = part.tables.flatMap(name => tableNamed(answer, name) ?? [])
  const tables = chosen.length > 0 ? chosen : answer.tables.filter(isOfTotals).slice(0, MOST)
  const [rests] = sourcesSaid(answer)
  return {
    title: answer.title,
    summary: [...answer.summary.slice(0, part.sentences), ...(rests === undefined ? [] : [rests])].map(
      discretion.said,
    ),
    tables: tables.map(table => discretion.table(drawn(table))),
    ownWords: part.ownWords,
  }
}

/** The last chapter, which only the secretary can write. */
export const PROPOSALS: Chapter = {
  title: { sv: 'Förslag till beslut', en: 'Proposed decisions' },
  summary: [],
  tables: [],
  ownWords: {
    sv: 'Skriv vad styrgruppen föreslås besluta, en att-sats i taget, med den som ansvarar och dagen då det ska vara klart.',
    en: 'Write what the steering group is asked to decide, one “that” at a time, with who answers for it and the day by which it is to be done.',
  },
}

/** A report that says nothing of the pack comes after those of what is decided and before those of the whole year. */
const USUAL: Omit<SteeringPart, 'tables'> = {
  place: 50,
  sentences: 3,
  ownWords: {
    sv: 'Vad säger siffrorna, och vad vill ni att styrgruppen ser?',
    en: 'What do the figures say, and what is the steering group to see?',
  },
}

/** So many tables of a report that has chosen none. */
const MOST = 2

/** A table that counts: it has totals, and no row of it is about one document. */
const isOfTotals = ({ totals, columns, shownWith }: Table): boolean =>
  totals !== undefined && shownWith === undefined && columns.every(({ type }) => type !== 'id')

/** A table that says nothing of how it is drawn, with a bar for each row: in a pack a picture is read first. */
function drawn(table: Table): Table {
  const [first, ...others] = table.columns
  const isPlain = first !== undefined && others.every(({ type }) => type !== 'text')
  const hasFigure = others.some(({ key }) => key === 'count')
  if (table.chart !== undefined || !isPlain || !hasFigure || table.rows.length < 2) return table
  return { ...table, chart: { kind: 'bars', labels: first.key, figures: ['count'] } }
}

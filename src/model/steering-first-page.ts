import type { Period } from './period.js'
import { enumerated, type Said } from './said.js'
import type { Cell, Table } from './sheet.js'
import type { SteeringLine, SteeringQuestion } from './steering-part.js'
import { beforeColumns, COUNT } from './tally.js'
import { column } from './worded-column.js'

/** What a steering group reads first, and often alone: what happened, what is late, what there is to decide. */
export interface FirstPage {
  readonly summary: readonly Said[]
  readonly tables: readonly Table[]
}

/** The first page, from the lines of all reports. `before` is the stretch that the year is compared with. */
export function firstPageOf(lines: readonly SteeringLine[], before: Period | undefined): FirstPage {
  const of = (question: SteeringQuestion) => lines.filter(({ answers }) => answers === question)
  const [happened, late, toDecide] = [
    of('happened'),
    of('late').filter(isThere),
    of('to-decide').filter(isThere),
  ]
  return {
    summary: [
      sentence(happened, { sv: 'Det har hänt', en: 'What happened' }, NOTHING_HAPPENED),
      sentence(late, { sv: 'Det är försenat', en: 'What is late' }, NOTHING_LATE),
      sentence(
        toDecide,
        { sv: 'Det behöver ni ta ställning till', en: 'What you need to decide' },
        NOTHING_TO_DECIDE,
      ),
    ],
    tables: [happenedTable(happened, before), lateTable(late), toDecideTable(toDecide)],
  }
}

const isThere = ({ count }: SteeringLine): boolean => count > 0

/** "Det är försenat: uppdrag försenade (4) och beslut som skulle ha kommit tillbaka (1)." */
function sentence(lines: readonly SteeringLine[], lead: Said, none: Said): Said {
  const there = lines.filter(isThere)
  if (there.length === 0) return none
  const listed = (language: 'sv' | 'en') =>
    `${lead[language]}: ${enumerated(there.map(({ counts, count }) => `${counts[language]} (${count})`))[language]}.`
  return { sv: listed('sv'), en: listed('en') }
}

const happenedTable = (lines: readonly SteeringLine[], before: Period | undefined): Table => ({
  name: 'happened',
  title: { sv: 'Vad har hänt?', en: 'What happened?' },
  columns: [
    whatColumn(lines),
    COUNT,
    ...beforeColumns(before === undefined ? {} : { before: { period: before } }),
    ...(before === undefined ? [] : [column('change', 'number', 'Ändring', 'Change')]),
  ],
  rows: lines.map(({ key, count, before: then, documents }) => ({
    cells: [key, count, ...(before === undefined ? [] : [then, changeOf(count, then)])],
    ...(documents !== undefined && { documents }),
  })),
})

const lateTable = (lines: readonly SteeringLine[]): Table => ({
  name: 'late',
  title: { sv: 'Vad är försenat?', en: 'What is late?' },
  columns: [whatColumn(lines), COUNT],
  rows: lines.map(({ key, count, documents }) => ({
    cells: [key, count],
    ...(documents !== undefined && { documents }),
  })),
})

const toDecideTable = (lines: readonly SteeringLine[]): Table => ({
  name: 'to-decide',
  title: { sv: 'Vad behöver vi besluta?', en: 'What do we need to decide?' },
  columns: [whatColumn(lines), COUNT, column('where', 'text', 'Var', 'Where', { presence: 'optional' })],
  rows: lines.map(({ key, count, documents }) => ({
    cells: [key, count, whereOf(documents ?? [])],
    ...(documents !== undefined && { documents }),
  })),
})

/** The first few addresses, and how many more there are: `AVV-2024-wdgj, AVV-2024-5wa5 +3`. */
function whereOf(documents: readonly string[]): string | undefined {
  if (documents.length === 0) return undefined
  const shown = documents.slice(0, SHOWN).join(', ')
  return documents.length > SHOWN ? `${shown} +${documents.length - SHOWN}` : shown
}

/** So many addresses a steering group may look up; `--list` shows them all. */
const SHOWN = 4

const whatColumn = (lines: readonly SteeringLine[]) =>
  column('what', 'text', 'Vad', 'What', {
    words: new Map(lines.map(({ key, counts }) => [key, counts])),
  })

const changeOf = (now: number, then: number | undefined): Cell =>
  then === undefined ? undefined : now - then

const NOTHING_HAPPENED: Said = {
  sv: 'Arkivet visar ingenting som har hänt den tiden.',
  en: 'The archive shows nothing that happened in that time.',
}

const NOTHING_LATE: Said = { sv: 'Ingenting är försenat.', en: 'Nothing is late.' }

const NOTHING_TO_DECIDE: Said = {
  sv: 'Arkivet visar ingenting som väntar på styrgruppen.',
  en: 'The archive shows nothing that waits for the steering group.',
}

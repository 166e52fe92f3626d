import { yearOf } from '../model/day.js'
import { groupNames } from '../model/group-names.js'
import { yearPeriod } from '../model/period.js'
import type { Report } from '../model/report.js'
import { MEETINGS } from '../model/rule.js'
import { asWritten, type Said } from '../model/said.js'
import type { Column, Row, Table } from '../model/sheet.js'
import { unreadIn } from '../model/sources.js'
import { wheelOf } from '../model/wheel.js'
import { isWanting, type WheelItem, type WheelPart, type WheelState } from '../model/wheel-item.js'
import { column } from '../model/worded-column.js'

/** The year of the groups: what should happen, what did, and what is missing. */
export const report: Report = {
  name: 'wheel',
  aliases: ['årshjul'],
  asks: {
    sv: 'Vad ska hända under året, vad har hänt och vad saknas?',
    en: 'What should happen this year, what has happened and what is missing?',
  },
  inSteeringPack: 'never',
  answer(archive, scope) {
    const year = yearOf(archive.today)
    const period = scope.period ?? yearPeriod(year) ?? { from: archive.today, to: archive.today }
    const name = scope.group === undefined ? undefined : groupNames(archive).get(scope.group)
    const group = name === undefined ? ALL_GROUPS : { sv: `${name.sv}.`, en: `${name.en}.` }
    const items = wheelOf(archive, { ...scope, period })
    const wanting = items.filter(isWanting)
    const isOneGroup = scope.group !== undefined
    return {
      report: 'wheel',
      title: { sv: 'Årshjul', en: 'The year' },
      scope:
        scope.period === undefined
          ? { sv: `Hela året ${year}. ${group.sv}`, en: `The whole year ${year}. ${group.en}` }
          : scope.words,
      scopeData: { ...scope.data, from: period.from, to: period.to },
      summary: summary(items),
      tables: [
        {
          ...tableOf(wanting, isOneGroup ? 'one' : 'several'),
          name: 'missing',
          title: { sv: 'Saknas eller är försenat', en: 'Missing or late' },
        },
        {
          ...tableOf(items, isOneGroup ? 'one' : 'several'),
          name: 'wheel',
          title: { sv: 'Hela hjulet', en: 'The whole year' },
        },
      ],
      sources: {
        documents: new Set(items.map(({ source }) => source)).size,
        unreadable: unreadIn(archive, ...MEETINGS, 'grupp', 'rutin', 'överenskommelse'),
      },
    }
  },
}

const ALL_GROUPS: Said = { sv: 'Alla grupper.', en: 'All groups.' }

function summary(items: readonly WheelItem[]): readonly Said[] {
  if (items.length === 0) {
    return [
      {
        sv: 'Arkivet säger ingenting om den tiden: inga möten är hållna eller planerade, och ingenting ska följas upp eller revideras.',
        en: 'The archive says nothing of that time: no meetings are held or planned, and nothing is to be followed up or revised.',
      },
    ]
  }
  const count = (...states: readonly WheelState[]) =>
    items.filter(({ state }) => states.includes(state)).length
  const dated = items.filter(({ part, count }) => part === 'meeting' && count === undefined)
  const meetings = (state: WheelState) => dated.filter(each => each.state === state).length
  const undated = (state: WheelState) =>
    items.reduce((sum, each) => sum + (each.state === state ? (each.count ?? 0) : 0), 0)
  return [
    counted({ sv: 'Möten', en: 'Meetings' }, [
      [{ sv: 'hållna', en: 'held' }, meetings('done')],
      [{ sv: 'planerade', en: 'planned' }, meetings('coming')],
      [{ sv: 'kvar att boka', en: 'still to be booked' }, undated('coming')],
      [{ sv: 'utan anteckningar', en: 'without minutes' }, meetings('missing')],
      [{ sv: 'uteblivna', en: 'not held' }, undated('missing')],
      [{ sv: 'inställda', en: 'called off' }, meetings('called-off')],
    ]),
    counted({ sv: 'Allt tillsammans', en: 'All together' }, [
      [{ sv: 'klart', en: 'done' }, count('done')],
      [{ sv: 'klart för sent', en: 'done too late' }, count('done-late')],
      [{ sv: 'saknas', en: 'missing' }, count('missing')],
      [{ sv: 'försenat', en: 'late' }, count('late')],
      [{ sv: 'kommer', en: 'to come' }, count('coming')],
    ]),
  ]
}

/** "Möten: hållna 4, planerade 1": what there is none of is left out. */
const counted = (what: Said, numbers: readonly (readonly [Said, number])[]): Said => {
  const found = numbers.filter(([, number]) => number > 0)
  const inWords = (language: 'sv' | 'en') =>
    found.length === 0
      ? { sv: 'inga', en: 'none' }[language]
      : found.map(([name, number]) => `${name[language]} ${number}`).join(', ')
  return { sv: `${what.sv}: ${inWords('sv')}.`, en: `${what.en}: ${inWords('en')}.` }
}

function tableOf(items: readonly WheelItem[], groups: 'one' | 'several'): Pick<Table, 'columns' | 'rows'> {
  const words = new Map(items.map(item => [keyOf(item), wordsOf(item)]))
  const columns: readonly Column[] = [
    column('when', 'text', 'När', 'When'),
    ...(groups === 'one' ? [] : [column('group', 'text', 'Grupp', 'Group')]),
    column('what', 'text', 'Vad', 'What', { words }),
    column('state', 'text', 'Läge', 'State', { words: STATES }),
    column('shown_by', 'id', 'Visas av', 'Shown by'),
  ]
  return {
    columns,
    rows: items.map(
      (item): Row => ({
        cells: [
          whenOf(item),
          ...(groups === 'one' ? [] : [item.group]),
          keyOf(item),
          item.state,
          item.shownBy.length === 0 ? undefined : item.shownBy.join(', '),
        ],
        documents: item.shownBy,
      }),
    ),
  }
}

/** `2025-05-22`, `2025-05`, `VT2025`, `2025`: as exactly as it is known. */
function whenOf({ due, within }: WheelItem): string {
  if (within === 'day') return due
  if (within === 'month') return due.slice(0, 7)
  const year = due.slice(0, 4)
  return within === 'year' ? year : `${due.slice(5) === '06-30' ? 'VT' : 'HT'}${year}`
}

/** `standing-item: Uppföljning av avvikelser`; the value that JSON keeps. */
const keyOf = (item: WheelItem): string => {
  const { part, title, count } = item
  const which =
    title ??
    (count === undefined ? undefined : String(count)) ??
    (lacksRecord(item) ? 'no record' : undefined)
  return which === undefined ? part : `${part}: ${which}`
}

/** True of a meeting whose day has passed and of which nothing is written. */
const lacksRecord = ({ part, count, state }: WheelItem): boolean =>
  part === 'meeting' && count === undefined && state === 'missing'

function wordsOf(item: WheelItem): Said {
  const { part, title = '', count } = item
  if (part === 'meeting') {
    if (lacksRecord(item)) return { sv: 'Anteckningar från mötet', en: 'Minutes of the meeting' }
    if (count === undefined) return { sv: 'Möte', en: 'Meeting' }
    return count === 1
      ? { sv: '1 möte till, utan dag', en: '1 more meeting, no day' }
      : { sv: `${count} möten till, utan dag`, en: `${count} more meetings, no day` }
  }
  const about = PARTS[part]
  return { sv: `${about.sv} ${title}`.trim(), en: `${about.en} ${title}`.trim() }
}

const PARTS: Readonly<Record<Exclude<WheelPart, 'meeting'>, Said>> = {
  matters: { sv: 'Ärenden in till mötet', en: 'Matters in for the meeting' },
  notice: { sv: 'Kallelse till mötet', en: 'Agenda of the meeting' },
  adjustment: { sv: 'Justering av protokollet', en: 'Adjustment of the protocol' },
  'standing-item': asWritten(''),
  revision: { sv: 'Revidering:', en: 'Revision:' },
  'follow-up': { sv: 'Uppföljning:', en: 'Follow-up:' },
  'term-of-member': { sv: 'Uppdraget upphör för', en: 'End of term for' },
}

const STATES: ReadonlyMap<string, Said> = new Map([
  ['done', { sv: 'klart', en: 'done' }],
  ['done-late', { sv: 'klart, för sent', en: 'done, too late' }],
  ['late', { sv: 'försenat', en: 'late' }],
  ['missing', { sv: 'saknas', en: 'missing' }],
  ['coming', { sv: 'kommer', en: 'to come' }],
  ['called-off', { sv: 'inställt', en: 'called off' }],
])

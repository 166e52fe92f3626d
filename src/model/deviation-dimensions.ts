import type { Archive } from './archive.js'
import { closedList } from './closed-list.js'
import { partedBy } from './counting.js'
import { type Deviation, timeOf } from './deviation.js'
import { concernedBy, ORIGINS, reporterOf } from './deviation-counts.js'
import { deviationsAsked, unplacedNote } from './deviations-asked.js'
import { type Dimension, timesOf } from './dimension.js'
import { groupDimension } from './group-dimension.js'
import { areOrganisations, isOpenGroup } from './public-words.js'
import { asWritten } from './said.js'
import { unreadIn } from './sources.js'

/** True of the values in the list of a field. */
const inList =
  (field: string) =>
  (value: string, archive: Archive): boolean =>
    closedList(archive, 'avvikelse', field).has(value)

/** The ways to part deviations: by what their front matter says, and by time. */
const DIMENSIONS: readonly Dimension<Deviation>[] = [
  {
    name: 'område',
    aliases: ['area', 'omrade'],
    label: { sv: 'Område', en: 'Area' },
    valueOf: ({ area }) => area,
    isPublic: inList('område'),
  },
  {
    name: 'typ',
    aliases: ['type'],
    label: { sv: 'Typ', en: 'Type' },
    valueOf: ({ type }) => type,
    isPublic: inList('typ_av_avvikelse'),
  },
  {
    name: 'från',
    aliases: ['from', 'fran'],
    label: { sv: 'Från', en: 'From' },
    valueOf: reporterOf,
    isPublic: areOrganisations,
  },
  {
    name: 'berör',
    aliases: ['concerns', 'beror'],
    label: { sv: 'Berör', en: 'Concerns' },
    valueOf: concernedBy,
    isPublic: areOrganisations,
  },
  {
    name: 'status',
    aliases: [],
    label: { sv: 'Status', en: 'Status' },
    valueOf: ({ status }) => status,
    order: ({ kinds }) => kinds.get('avvikelse')?.statuses.map(({ name }) => name) ?? [],
    isPublic: (value, { kinds }) =>
      kinds.get('avvikelse')?.statuses.some(({ name }) => name === value) === true,
  },
  {
    name: 'ursprung',
    aliases: ['origin'],
    label: { sv: 'Ursprung', en: 'Origin' },
    valueOf: ({ origin }) => origin,
    wordOf: value => ORIGINS.get(value) ?? asWritten(value),
    isPublic: value => ORIGINS.has(value),
  },
  {
    name: 'löses',
    aliases: ['solved', 'loses'],
    label: { sv: 'Löses', en: 'Solved' },
    valueOf: ({ solved }) => solved,
    isPublic: inList('löses'),
  },
  { ...groupDimension<Deviation>(), isPublic: isOpenGroup },
  ...timesOf<Deviation>((deviation, archive) => firstDay(deviation, archive)),
]

/** Deviations, to be parted by one or two dimensions. */
export const partedDeviations = partedBy<Deviation>({
  report: 'deviations',
  title: { sv: 'Avvikelser i samverkan', en: 'Deviations in collaboration' },
  counts: { sv: 'avvikelser', en: 'deviations' },
  dimensions: DIMENSIONS,
  asked: (archive, scope) => {
    const { compared, unplaced } = deviationsAsked(archive, scope)
    return {
      compared,
      notes: unplacedNote(unplaced),
      sources: { documents: compared.items.length, unreadable: unreadIn(archive, 'avvikelse') },
    }
  },
  idOf: ({ name }) => name,
})

/** The day that places a deviation in time; none where only its year is known. */
function firstDay(deviation: Deviation, archive: Archive) {
  const time = timeOf(deviation, archive)
  return time !== undefined && time.from === time.to ? time.from : undefined
}

import type { Archive } from './archive.js'
import { partedBy } from './counting.js'
import { type Dimension, timesOf } from './dimension.js'
import { groupOf } from './group.js'
import { groupDimension, nameOfGroup } from './group-dimension.js'
import { isLiving, type MatterCourse } from './matter-course.js'
import { AGE_WORDS, AGES, ageOf, MATTER_STATES, STATE_ORDER } from './matter-words.js'
import { mattersAsked } from './matters-asked.js'
import { asWritten } from './said.js'

/** The ways to part matters: by whose they are, whom they wait for, how they stand, and when they came in. */
const DIMENSIONS: readonly Dimension<MatterCourse>[] = [
  groupDimension<MatterCourse>(),
  {
    name: 'väntar',
    aliases: ['waits', 'vantar'],
    label: { sv: 'Väntar på', en: 'Waits for' },
    valueOf: ({ waitsFor }) => waitsFor,
    wordOf: nameOfGroup,
  },
  {
    name: 'nivå',
    aliases: ['level', 'niva'],
    label: { sv: 'Nivå', en: 'Level' },
    valueOf: ({ waitsFor, group, path }, archive) => levelOf(waitsFor ?? path.at(-1) ?? group, archive),
  },
  {
    name: 'läge',
    aliases: ['state', 'lage'],
    label: { sv: 'Läge', en: 'State' },
    valueOf: ({ state }) => state,
    wordOf: value => MATTER_STATES.get(value) ?? asWritten(value),
    order: () => STATE_ORDER,
  },
  {
    name: 'status',
    aliases: [],
    label: { sv: 'Status', en: 'Status' },
    valueOf: ({ status }) => status,
    order: ({ kinds }) => kinds.get('ärende')?.statuses.map(({ name }) => name) ?? [],
  },
  { name: 'slag', aliases: ['sort'], label: { sv: 'Slag', en: 'Sort' }, valueOf: ({ sort }) => sort },
  {
    name: 'inlämnat',
    aliases: ['handed-in', 'inlamnat', 'organisation'],
    label: { sv: 'Inlämnat av', en: 'Handed in by' },
    valueOf: ({ handedInBy }) => handedInBy,
  },
  {
    name: 'ålder',
    aliases: ['age', 'alder'],
    label: { sv: 'Ålder', en: 'Age' },
    valueOf: course => (isLiving(course) ? ageOf(course) : 'closed'),
    wordOf: value => AGE_WORDS.get(value) ?? MATTER_STATES.get(value) ?? asWritten(value),
    order: () => AGES,
  },
  ...timesOf<MatterCourse>(({ came }) => came),
]

/** Matters, to be parted by one or two dimensions; in time by when they came in. */
export const partedMatters = partedBy<MatterCourse>({
  report: 'matters',
  title: { sv: 'Ärenden', en: 'Matters' },
  counts: { sv: 'ärenden', en: 'matters' },
  dimensions: DIMENSIONS,
  asked: mattersAsked,
  idOf: ({ name }) => name,
})

/** The level of a group: local, county. */
function levelOf(slug: string | undefined, archive: Archive): string | undefined {
  const document = slug === undefined ? undefined : archive.group(slug)
  return document === undefined ? undefined : groupOf(document).level
}

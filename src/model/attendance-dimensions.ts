import type { Attendance } from './attendance.js'
import { attendanceAsked } from './attendance-asked.js'
import { TOOK_PART, WAYS } from './attendance-words.js'
import { partedBy } from './counting.js'
import { type Dimension, timesOf } from './dimension.js'
import { groupDimension } from './group-dimension.js'
import { asWritten } from './said.js'

/** The ways to part the times that a member should have been at a meeting. */
const DIMENSIONS: readonly Dimension<Attendance>[] = [
  groupDimension<Attendance>(),
  {
    name: 'närvaro',
    aliases: ['attendance', 'narvaro'],
    label: { sv: 'Närvaro', en: 'Attendance' },
    valueOf: ({ how }) => how,
    wordOf: value => TOOK_PART.get(value) ?? asWritten(value),
    order: () => WAYS,
  },
  {
    name: 'organisation',
    aliases: [],
    label: { sv: 'Organisation', en: 'Organisation' },
    valueOf: ({ organisation }) => organisation,
  },
  {
    name: 'företräder',
    aliases: ['represents', 'foretrader'],
    label: { sv: 'Företräder', en: 'Represents' },
    valueOf: ({ represents }) => represents,
  },
  {
    name: 'ledamot',
    aliases: ['member', 'person'],
    label: { sv: 'Ledamot', en: 'Member' },
    valueOf: ({ person }) => person,
  },
  {
    name: 'möte',
    aliases: ['meeting', 'mote'],
    label: { sv: 'Möte', en: 'Meeting' },
    valueOf: ({ record }) => record,
  },
  ...timesOf<Attendance>(({ day }) => day),
]

/** Members at meetings, to be parted by one or two dimensions. */
export const partedAttendance = partedBy<Attendance>({
  report: 'attendance',
  title: { sv: 'Närvaro', en: 'Attendance' },
  counts: { sv: 'gånger en ledamot skulle vara med', en: 'times a member should be there' },
  dimensions: DIMENSIONS,
  asked: attendanceAsked,
  idOf: ({ address }) => address,
})

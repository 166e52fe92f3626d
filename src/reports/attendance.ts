import { attendanceAsked } from '../model/attendance-asked.js'
import { partedAttendance } from '../model/attendance-dimensions.js'
import {
  itemsTable,
  meetingsTable,
  organisationsTable,
  partiesTable,
  unheardTable,
} from '../model/attendance-parties.js'
import { guestsTable, peopleTable, substitutesTable, waysTable } from '../model/attendance-people.js'
import { attendanceSummary } from '../model/attendance-summary.js'
import type { Report } from '../model/report.js'
import { attendanceInSteeringPack } from '../model/steering-attendance.js'

/** Who came to the meetings, from minutes and protocols only: person by person and, more important, party by party (Seed S2). */
export const report: Report = {
  name: 'attendance',
  aliases: ['närvaro', 'narvaro'],
  asks: {
    sv: 'Vilka var med på mötena, och vilka parter hade ingen där?',
    en: 'Who was at the meetings, and which parties had nobody there?',
  },
  narrowedBy: ['organisation'],
  parted: partedAttendance,
  inSteeringPack: attendanceInSteeringPack,
  answer(archive, scope) {
    const asked = attendanceAsked(archive, scope)
    return {
      report: 'attendance',
      title: { sv: 'Närvaro', en: 'Attendance' },
      scope: scope.words,
      scopeData: scope.data,
      summary: attendanceSummary(asked),
      tables: [
        waysTable(asked),
        organisationsTable(asked),
        partiesTable(asked),
        unheardTable(asked),
        meetingsTable(asked),
        itemsTable(asked),
        peopleTable(asked),
        substitutesTable(asked),
        guestsTable(asked),
      ],
      sources: asked.sources,
    }
  },
}

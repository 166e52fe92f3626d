import {
  areaTable,
  betweenTable,
  groupTable,
  overviewTable,
  reportingTable,
  solvedTable,
  statusTable,
  typeTable,
} from '../model/deviation-counts.js'
import { partedDeviations } from '../model/deviation-dimensions.js'
import { measuresTable, monthsTable } from '../model/deviation-follow-up.js'
import { outcomeTable, silentTable } from '../model/deviation-outcome.js'
import { patternsTable } from '../model/deviation-patterns.js'
import { daysTable, processTable } from '../model/deviation-process.js'
import { deviationSummary } from '../model/deviation-summary.js'
import { deviationsAsked } from '../model/deviations-asked.js'
import { deviationsBeforeMeeting } from '../model/meeting-list.js'
import type { Report } from '../model/report.js'
import { unreadIn } from '../model/sources.js'
import { deviationsInSteeringPack } from '../model/steering-deviations.js'

/**
 * The yearly report of deviations to a steering group (Seeds S0, S2 § 8, S3). Of a deviation nothing but id,
 * title and fields is shown.
 */
export const report: Report = {
  name: 'deviations',
  aliases: ['avvikelser'],
  asks: {
    sv: 'Vilka avvikelser har vi fått, hur togs de om hand och vad ledde de till?',
    en: 'Which deviations did we get, how were they taken care of and what did they lead to?',
  },
  narrowedBy: ['organisation'],
  parted: partedDeviations,
  beforeMeeting: deviationsBeforeMeeting,
  inSteeringPack: deviationsInSteeringPack,
  answer(archive, scope) {
    const asked = deviationsAsked(archive, scope)
    return {
      report: 'deviations',
      title: { sv: 'Avvikelser i samverkan', en: 'Deviations in collaboration' },
      scope: scope.words,
      scopeData: scope.data,
      summary: deviationSummary(asked, archive),
      tables: [
        overviewTable(asked),
        statusTable(asked, archive),
        reportingTable(asked, archive),
        betweenTable(asked, archive),
        silentTable(asked, archive),
        areaTable(asked, archive),
        typeTable(asked, archive),
        patternsTable(asked, archive),
        groupTable(asked, archive),
        solvedTable(asked, archive),
        processTable(asked, archive),
        daysTable(asked),
        measuresTable(asked, archive),
        monthsTable(asked, archive),
        outcomeTable(asked, archive),
      ],
      sources: { documents: asked.compared.items.length, unreadable: unreadIn(archive, 'avvikelse') },
    }
  },
}

import { complianceAsked } from '../model/compliance-asked.js'
import { complianceByGroup, missingTable, requirementsTable } from '../model/compliance-counts.js'
import { partedCompliance } from '../model/compliance-dimensions.js'
import { complianceInSteeringPack } from '../model/compliance-steering.js'
import { complianceSummary } from '../model/compliance-summary.js'
import type { Report } from '../model/report.js'

/** Whether the groups keep to what they have set themselves. */
export const report: Report = {
  name: 'compliance',
  aliases: ['efterlevnad'],
  asks: {
    sv: 'Håller grupperna sina möten, sitt årshjul och sina tider?',
    en: 'Do the groups keep their meetings, their year and their times?',
  },
  parted: partedCompliance,
  inSteeringPack: complianceInSteeringPack,
  answer(archive, scope) {
    const asked = complianceAsked(archive, scope)
    return {
      report: 'compliance',
      title: { sv: 'Efterlevnad', en: 'Compliance' },
      scope: scope.words,
      scopeData: scope.data,
      summary: complianceSummary(asked),
      tables: [requirementsTable(asked), complianceByGroup(asked, archive), missingTable(asked, archive)],
      sources: asked.sources,
    }
  },
}

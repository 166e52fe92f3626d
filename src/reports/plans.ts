import { plansAsked } from '../model/plan-asked.js'
import {
  consentsTable,
  followUpsTable,
  formsTable,
  meetingsTable,
  organisationsTable,
  timesTable,
  unplacedTable,
} from '../model/plan-counts.js'
import { partedPlans } from '../model/plan-dimensions.js'
import { measuresTable } from '../model/plan-measures.js'
import { plansInSteeringPack } from '../model/plan-steering.js'
import { planSummary } from '../model/plan-summary.js'
import type { Report } from '../model/report.js'

/**
 * The plans of children and young people, without the children: figures alone, and under `--list` the ids of the plans.
 * Never a pseudonym, never a word of a plan.
 */
export const report: Report = {
  name: 'plans',
  aliases: ['planer'],
  asks: {
    sv: 'Har planerna samtycke, möte i tid, barnets röst och uppföljning?',
    en: 'Have the plans consent, a meeting in time, the child’s view and follow-up?',
  },
  narrowedBy: ['organisation'],
  parted: partedPlans,
  inSteeringPack: plansInSteeringPack,
  answer(archive, scope) {
    const asked = plansAsked(archive, scope)
    return {
      report: 'plans',
      title: { sv: 'Planer', en: 'Plans' },
      scope: scope.words,
      scopeData: scope.data,
      summary: planSummary(asked),
      tables: [
        formsTable(asked),
        measuresTable(asked),
        consentsTable(asked),
        meetingsTable(asked, archive),
        followUpsTable(asked),
        organisationsTable(asked),
        timesTable(asked, scope.period, archive),
        ...unplacedTable(asked),
      ],
      sources: asked.sources,
    }
  },
}

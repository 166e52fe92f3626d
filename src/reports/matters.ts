import { partedMatters } from '../model/matter-dimensions.js'
import { matterSummary } from '../model/matter-summary.js'
import {
  agesTable,
  coursesTable,
  matterStatesTable,
  movesTable,
  waitingTable,
} from '../model/matter-tables.js'
import { mattersAsked } from '../model/matters-asked.js'
import type { Report } from '../model/report.js'
import { mattersInSteeringPack } from '../model/steering-matters.js'

/** The matters of the groups: what is forgotten, whom each one waits for and since when, and the way that it has gone. */
export const report: Report = {
  name: 'matters',
  aliases: ['ärenden', 'arenden'],
  asks: {
    sv: 'Vilka ärenden lever, vem väntar de på och vilka är glömda?',
    en: 'Which matters live, whom do they wait for and which are forgotten?',
  },
  narrowedBy: ['organisation'],
  parted: partedMatters,
  inSteeringPack: mattersInSteeringPack,
  answer(archive, scope) {
    const asked = mattersAsked(archive, scope)
    return {
      report: 'matters',
      title: { sv: 'Ärenden', en: 'Matters' },
      scope: scope.words,
      scopeData: scope.data,
      summary: matterSummary(asked),
      tables: [
        matterStatesTable(asked),
        waitingTable(asked, archive),
        agesTable(asked),
        movesTable(asked, archive),
        coursesTable(asked, archive),
      ],
      sources: asked.sources,
    }
  },
}

import type { Report } from '../model/report.js'
import { steeringPack } from '../model/steering-pack.js'

/**
 * The yearly pack of a steering group: the answers of all reports, a chapter for each. Which reports are in it, and
 * what of them, each report says itself.
 */
export const report: Report = {
  name: 'steering',
  aliases: ['styrgrupp', 'styrgruppen'],
  asks: {
    sv: 'Vad har hänt under året, vad är försenat och vad behöver vi besluta?',
    en: 'What happened this year, what is late and what do we need to decide?',
  },
  gathers: 'reports',
  answer: (archive, scope, reports = []) => steeringPack(archive, scope, reports),
}

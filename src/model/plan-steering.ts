import type { Sheet } from './sheet.js'
import {
  cellAt,
  lineOfTotal,
  type SteeringLabel,
  type SteeringLine,
  type SteeringPart,
  tableNamed,
} from './steering-part.js'

/**
 * What a steering group is told of the plans: what they have and lack, all together. By organisation there may be so few
 * that those who read it know which child it is.
 */
export const plansInSteeringPack: SteeringPart = {
  place: 60,
  sentences: 2,
  tables: ['measures'],
  ownWords: {
    sv: 'Varför saknar planer det som de ska ha, och vad ska parterna göra åt det?',
    en: 'Why do plans lack what they are to have, and what are the parties to do about it?',
  },
  lines: answer => [
    ...lineOfTotal(
      { answers: 'happened', key: 'plans', counts: { sv: 'planer upprättade', en: 'plans made' } },
      answer,
      'forms',
    ),
    ...lackOf(
      {
        answers: 'late',
        key: 'plans-without-consent',
        counts: { sv: 'planer utan giltigt samtycke', en: 'plans without a valid consent' },
      },
      answer,
      'consent',
    ),
    ...lackOf(
      {
        answers: 'late',
        key: 'plans-not-followed-up',
        counts: { sv: 'planer som inte har följts upp i tid', en: 'plans not followed up in time' },
      },
      answer,
      'followed-up',
    ),
  ],
}

/** How many plans lack what a measure asks of them. */
function lackOf(label: SteeringLabel, answer: Sheet, measure: string): readonly SteeringLine[] {
  const table = tableNamed(answer, 'measures')
  const row = table?.rows.find(({ cells }) => cells[0] === measure)
  if (table === undefined || row === undefined) return []
  const [met, asked] = [cellAt(table, row, 'count'), cellAt(table, row, 'of')]
  return typeof met === 'number' && typeof asked === 'number' ? [{ ...label, count: asked - met }] : []
}

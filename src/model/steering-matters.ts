import type { Archive } from './archive.js'
import { groupOf } from './group.js'
import { lineOfRow, lineOfRows, rowsWhere, type SteeringPart } from './steering-part.js'

/** What a steering group is told of the matters: how many live and whom they wait for, never what they say. */
export const mattersInSteeringPack: SteeringPart = {
  place: 50,
  sentences: 2,
  tables: ['states', 'waiting', 'ages'],
  ownWords: {
    sv: 'Vilka frågor har stannat mellan grupperna, och vem tar dem vidare?',
    en: 'Which questions have come to a stop between the groups, and who takes them on?',
  },
  lines: (answer, archive) => [
    ...lineOfRow(
      {
        answers: 'happened',
        key: 'matters-closed',
        counts: { sv: 'ärenden avslutade', en: 'matters closed' },
      },
      answer,
      'states',
      'closed',
    ),
    ...lineOfRow(
      {
        answers: 'late',
        key: 'matters-forgotten',
        counts: { sv: 'ärenden som skulle ha tagits upp', en: 'matters that were to be taken up' },
      },
      answer,
      'states',
      'forgotten',
    ),
    ...lineOfRow(
      {
        answers: 'late',
        key: 'matters-answer-late',
        counts: { sv: 'lyfta ärenden där svaret är sent', en: 'lifted matters whose answer is late' },
      },
      answer,
      'states',
      'answer-late',
    ),
    lineOfRows(
      {
        answers: 'to-decide',
        key: 'matters-awaiting',
        counts: {
          sv: 'ärenden som väntar på den översta gruppen',
          en: 'matters that wait for the topmost group',
        },
      },
      rowsWhere(answer, 'matters', cell => {
        const group = cell('waits_for')
        return typeof group === 'string' && topmost(archive).has(group)
      }),
    ),
  ],
}

/** Slugs of the groups that have groups below them and none above. */
function topmost({ groups }: Archive): ReadonlySet<string> {
  const all = groups.map(groupOf)
  const over = new Set(all.flatMap(({ above }) => above ?? []))
  return new Set(all.flatMap(({ slug, above }) => (above === undefined && over.has(slug) ? slug : [])))
}

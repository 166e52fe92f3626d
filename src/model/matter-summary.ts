import { isLiving, type MatterCourse, type MatterState } from './matter-course.js'
import type { MattersAsked } from './matters-asked.js'
import { periodWords } from './period-words.js'
import { enumerated, type Said } from './said.js'

/** What a group wants to know of its matters first: how many are open, which are forgotten, and who owes an answer. */
export function matterSummary({ compared: { items, before } }: MattersAsked): readonly Said[] {
  const living = items.filter(isLiving)
  const oldest = living.toSorted((a, b) => (b.age ?? -1) - (a.age ?? -1))[0]
  const then = before?.items === undefined ? undefined : periodWords(before.period)
  const earlier = before?.items?.length ?? 0
  const against: Said =
    then === undefined
      ? { sv: '', en: '' }
      : { sv: ` Under ${then.sv} fanns ${earlier}.`, en: ` In ${then.en} there were ${earlier}.` }
  return [
    {
      sv: `${living.length} av ${items.length} ärenden är ${living.length === 1 ? 'öppet' : 'öppna'}.${against.sv}`,
      en: `${living.length} of ${items.length} ${items.length === 1 ? 'matter is' : 'matters are'} open.${against.en}`,
    },
    ...named(living, 'forgotten', {
      sv: 'Skulle ha tagits upp men är glömt',
      en: 'Should have been taken up but is forgotten',
    }),
    ...named(living, 'answer-late', { sv: 'Svaret är sent', en: 'The answer is late' }),
    ...(oldest?.age === undefined
      ? []
      : [
          {
            sv: `Äldst av de öppna är ${oldest.name}, ${oldest.age} dagar.`,
            en: `The oldest of those open is ${oldest.name}, ${oldest.age} days.`,
          },
        ]),
  ]
}

function named(living: readonly MatterCourse[], state: MatterState, words: Said): readonly Said[] {
  const found = living.filter(each => each.state === state)
  if (found.length === 0) return []
  const names = enumerated(found.map(({ name }) => name))
  return [{ sv: `${words.sv}: ${names.sv}.`, en: `${words.en}: ${names.en}.` }]
}

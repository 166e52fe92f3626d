import { periodWords } from './period-words.js'
import type { PlansAsked } from './plan-asked.js'
import { metBy, PLAN_MEASURES } from './plan-measures.js'
import type { Said } from './said.js'
import { tallied } from './tally.js'

/** What a steering group wants to know first of the plans: how many, and what they lack. */
export function planSummary({ compared }: PlansAsked): readonly Said[] {
  const { items, before } = compared
  if (items.length === 0) return [{ sv: 'Inga planer.', en: 'No plans.' }]
  const then = before?.items === undefined ? undefined : periodWords(before.period)
  const earlier = before?.items?.length ?? 0
  const forms = (language: 'sv' | 'en') => {
    const sip = items.filter(({ form }) => form === 'SIP').length
    return sip === 0 ? '' : { sv: `, varav ${sip} SIP`, en: `, ${sip} of them SIP` }[language]
  }
  return [
    {
      sv: `${items.length} ${items.length === 1 ? 'plan' : 'planer'}${forms('sv')}${then === undefined ? '' : `, mot ${earlier} under ${then.sv}`}.`,
      en: `${items.length} ${items.length === 1 ? 'plan' : 'plans'}${forms('en')}${then === undefined ? '' : `, against ${earlier} in ${then.en}`}.`,
    },
    ...lacks(items),
    ...unknownMeetings(items),
  ]
}

/** What is asked and not always met. */
function lacks(items: PlansAsked['compared']['items']): readonly Said[] {
  const lacking = PLAN_MEASURES.flatMap(measure => {
    const { asked, met } = metBy(items, measure)
    return met.length === asked.length ? [] : [{ words: measure.words, asked, met }]
  })
  if (lacking.length === 0)
    return [{ sv: 'Alla har det som prövas här.', en: 'All have what is asked here.' }]
  const listed = (language: 'sv' | 'en', of: string) =>
    lacking
      .map(({ words, asked, met }) => `${words[language]} (${met.length} ${of} ${asked.length})`)
      .join(', ')
  return [
    {
      sv: `Allt är inte på plats: ${listed('sv', 'av')}.`,
      en: `Not all is in place: ${listed('en', 'of')}.`,
    },
  ]
}

function unknownMeetings(items: PlansAsked['compared']['items']): readonly Said[] {
  const unknown = tallied({ items }, ({ firstMeeting }) => firstMeeting).find(
    ({ value }) => value === 'unknown',
  )
  if (unknown === undefined) return []
  const { length } = unknown.items
  return [
    {
      sv: `För ${length} går det inte att räkna ut om första mötet hölls i tid.`,
      en: `For ${length} nothing shows whether the first meeting was held in time.`,
    },
  ]
}

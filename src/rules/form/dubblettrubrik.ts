import { blankFormsOf } from '../../model/blank-form.js'
import type { Section } from '../../model/body.js'
import { knownText } from '../../model/known-text.js'
import { MEETINGS, type Rule } from '../../model/rule.js'
import { folded } from '../../model/text.js'

/** A heading stands once in its place; those that say who decides may repeat. Archive format § 4. */
export const rule: Rule = {
  name: 'dubblettrubrik',
  level: 'warning',
  states: {
    sv: 'Varje rubrik står en gång på sin nivå.',
    en: 'Every heading stands once on its level.',
  },
  because: {
    sv: 'En länk till rubriken, eller ett uppdrag som citeras med den, leder till den första av två lika.',
    en: 'A link to the heading, or an action cited by it, leads to the first of two alike.',
  },
  *check(document) {
    const { sections } = document.body
    if (areAllUnlike(sections)) return
    const isMeeting = MEETINGS.some(typ => typ === document.typ)
    const met = new Map<string, number>()
    let blank: ReadonlySet<number> | undefined
    for (const { index, title, number, parent, line } of sections) {
      if (mayRepeat(title)) continue
      const place = `${parent ?? ''}|${folded(title)}`
      const first = met.get(place)
      if (first === undefined) {
        met.set(place, line)
        continue
      }
      blank ??= blankFormsOf(document)
      if (blank.has(index)) continue
      yield {
        at: { line },
        // An item with a number of its own can still be cited by it.
        ...(isMeeting && number !== undefined && { level: 'note' as const }),
        says: {
          sv: `Samma rubrik står redan på rad ${first}.`,
          en: `The same heading stands on line ${first} already.`,
        },
        advice: {
          sv: 'Lägg till vad just det här avsnittet handlar om, eller för ihop de två.',
          en: 'Add what this very section is about, or join the two.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Samma rubrik två gånger', en: 'The same heading twice' },
      typ: 'rutin',
      body: '## Syfte\n\nUppgifter följer med.\n\n## Ansvar\n\nRektor kallar.\n\n## syfte\n\nTrygghet.\n',
      finds: ['## syfte'],
    },
    {
      shows: { sv: 'Samma titel på två paragrafer', en: 'The same title of two paragraphs' },
      body: '## § 1 Information\n\nDan Ek berättar.\n\n## § 2 Information\n\nCia Dahl berättar.\n',
      finds: ['## § 2 Information'],
    },
    {
      shows: {
        sv: 'Samma rubrik under olika rubriker, och den som säger vem som beslutar',
        en: 'The same heading below different ones, and the one that says who decides',
      },
      body: '## § 1 Budget\n\n### Bakgrund\n\nSiffror.\n\n### Demogruppen beslutar\n\n**att** avvakta.\n\n### Demogruppen beslutar\n\n**att** be om underlag.\n\n## § 2 Lokal\n\n### Bakgrund\n\nHyran.\n\n### Demogruppen beslutar\n\n**att** flytta.\n',
      finds: [],
    },
  ],
}

/** True when no heading stands twice, on whatever level: nothing more needs to be asked. */
function areAllUnlike(sections: readonly Section[]): boolean {
  const met = new Set<string>()
  for (const { title } of sections) {
    if (mayRepeat(title)) continue
    const heading = folded(title)
    if (met.has(heading)) return false
    met.add(heading)
  }
  return true
}

/** True of no heading at all, and of those that say who decides, proposes or supports. */
const mayRepeat = knownText((title: string): boolean => title === '' || DECIDING.test(title))

const DECIDING = /beslut|föreslår|förslag till|rekommenderar|ställer sig bakom|yrkande|reservation|votering/i

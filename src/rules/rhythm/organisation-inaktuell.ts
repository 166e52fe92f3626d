import { bodyTextOf } from '../../model/body-text.js'
import type { Day } from '../../model/day.js'
import { readDay } from '../../model/day.js'
import type { Document } from '../../model/document.js'
import { namedTexts, textsWithin } from '../../model/field-path.js'
import { dayOfMeeting } from '../../model/meeting.js'
import type { Register } from '../../model/register.js'
import type { Rule } from '../../model/rule.js'
import { MEETINGS } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import { placeIn } from '../../model/sentence.js'

/**
 * An organisation is called by the name that it has on the day (`tidigare` in the register). Seed S3: "Norrbottens läns
 * landsting". Minutes are judged by the day of the meeting; what is in force by today.
 */
export const rule: Rule = {
  name: 'organisation-inaktuell',
  level: 'note',
  states: {
    sv: 'En organisation står med det namn som den har, inte med ett som den har haft.',
    en: 'An organisation stands by the name that it has, not by one that it has had.',
  },
  because: {
    sv: 'Den som söker på namnet hittar inte det som står under ett gammalt, och ett gammalt namn visar att texten inte är genomgången.',
    en: 'Whoever searches for the name misses what stands under an old one, and an old name shows that the text has not been gone through.',
  },
  kinds: [...MEETINGS, 'rutin', 'överenskommelse', 'grupp'],
  *check(document, { register, today }) {
    const { former, quick } = formerNamesOf(register)
    if (quick === undefined) return
    const inFields = quick.test(namedTexts(document.fields).together)
    const inBody = quick.test(bodyTextOf(document.body))
    if (!inFields && !inBody) return
    const day = dayFor(document, today)
    const told = new Set<FormerName>()
    const isOld = (name: FormerName): boolean =>
      !told.has(name) && (name.until === undefined || day === undefined || day > name.until)
    for (const { text, field } of inFields ? textsWithin(document.fields) : []) {
      for (const name of former) {
        if (!name.form.test(text) || !isOld(name)) continue
        told.add(name)
        yield { at: { field }, ...wordsFor(name) }
      }
    }
    for (const prose of inBody ? document.body.prose : []) {
      if (prose.quoted) continue
      for (const name of former) {
        const match = name.form.exec(prose.text)
        if (match === null || !isOld(name)) continue
        told.add(name)
        yield { at: placeIn(prose, match.index, match[0]), ...wordsFor(name) }
      }
    }
  },
  examples: [
    {
      shows: { sv: 'En gällande rutin med ett gammalt namn', en: 'A routine in force with an old name' },
      typ: 'rutin',
      body: '## Syfte\n\nValla läns landsting och kommunerna samverkar.\n',
      files: {
        'register/organisationer.yaml':
          'organisationer:\n  - {id: region, namn: Region Valland, typ: region, tidigare: [{namn: Valla läns landsting, till: 2018-12-31}]}\n',
      },
      finds: ['Valla läns landsting och'],
    },
    {
      shows: { sv: 'I ett fält, en gång', en: 'In a field, once' },
      typ: 'rutin',
      front: { parter: '[Ekmo kommun, Valla läns landsting]' },
      body: '## Syfte\n\nValla läns landsting och kommunerna samverkar.\n',
      files: {
        'register/organisationer.yaml':
          'organisationer:\n  - {id: region, namn: Region Valland, typ: region, tidigare: [{namn: Valla läns landsting, till: 2018-12-31}]}\n',
      },
      finds: ['Valla läns landsting]'],
    },
    {
      shows: {
        sv: 'Ett protokoll från den tid då namnet gällde',
        en: 'A protocol of the time when the name held',
      },
      body: '## § 1 Läget\n\nValla läns landsting informerar.\n',
      files: {
        'register/organisationer.yaml':
          'organisationer:\n  - {id: region, namn: Region Valland, typ: region, tidigare: [{namn: Valla läns landsting, till: 2024-12-31}]}\n',
      },
      finds: [],
    },
    {
      shows: { sv: 'Namnet som det är', en: 'The name as it is' },
      typ: 'rutin',
      finds: [],
    },
  ],
}

/** A name that an organisation has had. */
interface FormerName {
  readonly name: string
  readonly now: string
  readonly until?: Day
  readonly form: RegExp
}

interface FormerNames {
  readonly former: readonly FormerName[]
  /** A first look for any of them; absent when the register has none. */
  readonly quick?: RegExp
}

const known = new WeakMap<Register, FormerNames>()

function formerNamesOf(register: Register): FormerNames {
  const remembered = known.get(register)
  if (remembered !== undefined) return remembered
  const former = register.organisations.flatMap(({ name: now, formerNames }) =>
    formerNames.flatMap(({ name, until }) => {
      const day = readDay(until)
      if (name.trim() === '' || name === now) return []
      return [{ name, now, form: whole(escaped(name)), ...(day !== undefined && { until: day }) }]
    }),
  )
  const names =
    former.length === 0
      ? { former }
      : { former, quick: new RegExp(former.map(({ name }) => escaped(name)).join('|')) }
  known.set(register, names)
  return names
}

const whole = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})${pattern}s?(?!\\p{L})`, 'u')
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')

/** The day by which a document is judged: that of the meeting, or today for what is in force. */
const dayFor = (document: Document, today: Day): Day | undefined =>
  MEETINGS.some(typ => typ === document.typ) ? dayOfMeeting(document) : today

const wordsFor = ({ name, now, until }: FormerName): { readonly says: Said; readonly advice: Said } => ({
  says: {
    sv: `\`${name}\` heter \`${now}\`${until === undefined ? '' : ` sedan ${until}`}.`,
    en: `\`${name}\` is called \`${now}\`${until === undefined ? '' : ` since ${until}`}.`,
  },
  advice: {
    sv: `Skriv \`${now}\`, om det inte är just den tiden som texten talar om.`,
    en: `Write \`${now}\`, unless it is that very time that the text speaks of.`,
  },
})

import { type Document, mayBeQuoted } from '../../model/document.js'
import { type FieldValue, isFields, listOf, textOf } from '../../model/fields.js'
import type { Organisation, Register } from '../../model/register.js'
import type { Rule } from '../../model/rule.js'
import { placeIn, type Sentence, sentencesOf } from '../../model/sentence.js'
import { folded } from '../../model/text.js'

/**
 * Whom a routine gives a part to stands among its `parter`. Seed S3: the police take part on two levels, and are neither
 * party nor signatory. An organisation that is only mentioned is no party; a unit is covered by its organisation.
 */
export const rule: Rule = {
  name: 'part-saknas',
  level: 'warning',
  states: {
    sv: 'Den som rutinen ger en uppgift står bland rutinens `parter`.',
    en: 'Whoever the routine gives a task to stands among its `parter`.',
  },
  because: {
    sv: 'Den som inte är part har inte åtagit sig något och får varken rutinen eller ändringarna i den.',
    en: 'Whoever is not a party has taken nothing on, and gets neither the routine nor the changes to it.',
  },
  kinds: ['rutin'],
  *check(document, { register }) {
    const parties = listOf(document.fields, 'parter').flatMap(nameOfParty)
    if (parties.length === 0) return
    const bodies = bodiesOf(register)
    const covered = new Set(parties.flatMap(party => bodies.get(folded(party)) ?? []))
    const words = parties.map(folded)
    const said = new Set<string>()
    for (const { sentence, index, name } of tasksIn(document, bodies)) {
      const owners = bodies.get(folded(name)) ?? []
      const key = owners[0]?.id ?? folded(name)
      if (
        said.has(key) ||
        owners.some(owner => covered.has(owner)) ||
        words.some(party => party.includes(folded(name)))
      )
        continue
      said.add(key)
      const who = mayBeQuoted(document)
        ? { sv: `\`${name}\``, en: `\`${name}\`` }
        : { sv: 'Den som nämns här', en: 'The one named here' }
      yield {
        at: placeIn(sentence, index, name),
        says: {
          sv: `${who.sv} har en uppgift i rutinen men står inte bland \`parter\`.`,
          en: `${who.en} has a task in the routine but does not stand among its \`parter\`.`,
        },
        advice: {
          sv: 'Lägg till parten i `parter` och se till att den är med i beslutet, eller ta bort uppgiften ur texten.',
          en: 'Add the party to `parter` and see that it is in on the decision, or take the task out of the text.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Polisen deltar men är inte part', en: 'The police take part but are no party' },
      typ: 'rutin',
      body: '## Samverkan\n\nVid mötet deltar:\n\n- Representant för skolan\n- Representant från polisen\n\nPolisen ska också meddelas efteråt.\n',
      finds: ['Representant från polisen'],
    },
    {
      shows: {
        sv: 'En kommun ansvarar utan att vara part',
        en: 'A municipality answers for something without being a party',
      },
      typ: 'rutin',
      body: '## Ansvar\n\nI länets norra del ansvarar skolan för kallelsen. Tallhammars kommun utser samordnare.\n',
      finds: ['Tallhammars kommun'],
    },
    {
      shows: {
        sv: 'Parternas egna enheter, och den som bara nämns',
        en: "The parties' own units, and one that is only mentioned",
      },
      typ: 'rutin',
      body: '## Ansvar\n\nBUP ska delta i mötet. Skolan kallar. Rutinen har tagits fram efter förebild från Tallhammars kommun. Vid akut fara ring polisen.\n',
      finds: [],
    },
    {
      shows: { sv: 'Polisen är part', en: 'The police are a party' },
      typ: 'rutin',
      front: { parter: '[Ekmo kommun, {namn: Lokalpolisen i Ekmo}, Polisen]' },
      body: '## Samverkan\n\n- Representant från polisen\n',
      finds: [],
    },
  ],
}

interface Task {
  readonly sentence: Sentence
  readonly index: number
  readonly name: string
}

/** The organisations and units that the text gives something to do, as it writes them. */
function tasksIn({ body }: Document, bodies: ReadonlyMap<string, unknown>): readonly Task[] {
  return body.prose
    .filter(({ quoted, role }) => !quoted && role === 'text')
    .flatMap(sentencesOf)
    .flatMap(sentence => {
      const words = [...sentence.text.matchAll(WORD)]
      const tasks: Task[] = []
      for (let at = 0; at < words.length; at++) {
        const length = longestName(words, at, bodies)
        if (length === 0) continue
        const first = words[at]
        const last = words[at + length - 1]
        if (first === undefined || last === undefined) continue
        const end = last.index + last[0].length
        const before = sentence.text.slice(Math.max(0, first.index - 60), first.index)
        const after = sentence.text.slice(end, end + 40)
        if (SENDS.test(before) || ACTS.test(after) || DOES.test(before)) {
          tasks.push({ sentence, index: first.index, name: sentence.text.slice(first.index, end) })
        }
        at += length - 1
      }
      return tasks
    })
}

/** How many words from a place on are the name of a body: the longest name counts. */
function longestName(
  words: readonly RegExpExecArray[],
  at: number,
  bodies: ReadonlyMap<string, unknown>,
): number {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const name = words
      .slice(at, at + length)
      .map(([word]) => word)
      .join(' ')
    if (bodies.has(folded(name))) return length
  }
  return 0
}

/** Every name of an organisation or unit, with those that have it: several municipalities have an IFO. */
function bodiesOf(register: Register): ReadonlyMap<string, readonly Organisation[]> {
  const known = read.get(register)
  if (known !== undefined) return known
  const bodies = new Map<string, Organisation[]>(AUTHORITIES.map(name => [name, []]))
  for (const organisation of register.organisations) {
    const { name, aliases, formerNames, units } = organisation
    const names = [
      name,
      ...aliases,
      ...formerNames.map(former => former.name),
      ...units.flatMap(unit => [unit.name, ...unit.aliases]),
    ]
    for (const each of new Set(names.map(folded)))
      bodies.set(each, [...(bodies.get(each) ?? []), organisation])
  }
  read.set(register, bodies)
  return bodies
}

const nameOfParty = (party: FieldValue): readonly string[] =>
  typeof party === 'string'
    ? [party]
    : isFields(party)
      ? [textOf(party, 'namn') ?? ''].filter(name => name !== '')
      : []

const read = new WeakMap<Register, ReadonlyMap<string, readonly Organisation[]>>()

/** Authorities that take part in samverkan whether or not the register has them. */
const AUTHORITIES = [
  'polisen',
  'polismyndigheten',
  'försäkringskassan',
  'arbetsförmedlingen',
  'kriminalvården',
]

/** Words in the longest name that is looked for. */
const LONGEST = 6
const WORD = /[\p{L}\p{N}][\p{L}\p{N}&/()-]*/gu

/** "Representant från …", "samtliga aktörer från …": who is sent. */
const SENDS =
  /(?:representant|företrädare|aktör|deltagare|personal|handläggare|medarbetare|kontaktperson|chef)(?:er|erna|en|na)?\s+(?:från|för|inom|hos)\s+$/iu

/** "… ska", "… ansvarar": what is expected of whom the sentence begins with. */
const ACTS =
  /^\s+(?:(?:också|även|alltid|själv|då)\s+)?(?:ska(?:ll)?|bör|ansvarar|svarar\s+för|deltar|medverkar|utser|kallar|bjuder\s+in|har\s+(?:ansvar|i\s+uppdrag|till\s+uppgift)|får\s+i\s+uppdrag)(?!\p{L})/iu

/** "Här ansvarar …": the same turned round. */
const DOES = /(?:ansvarar|deltar|medverkar|utser|kallar)\s+$/iu

import { blankFormsOf } from '../../model/blank-form.js'
import { bodyTextOf } from '../../model/body-text.js'
import { fieldNamed, namedTexts, textsWithin } from '../../model/field-path.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import { sentencesOf } from '../../model/sentence.js'
import type { Surroundings } from '../../model/surroundings.js'
import { folded } from '../../model/text.js'

/**
 * A document about one child names neither the child nor a guardian, and no field of a form that asks who it is has been
 * filled in. Archive format § 7; seed S3: "Klient-/patientuppgifter". What stands there is never repeated.
 */
export const rule: Rule = {
  name: 'klartext-om-barn',
  level: { draft: 'error', review: 'error', final: 'error' },
  exempt: 'never',
  states: {
    sv: 'Ett dokument om ett barn har en beteckning i stället för namn på barnet och vårdnadshavarna.',
    en: 'A document about a child has a pseudonym in place of the names of the child and the guardians.',
  },
  because: {
    sv: 'Arkivet delas av flera myndigheter, och sekretessen gäller mellan dem (OSL 8 kap. 1 §). Git glömmer inte.',
    en: 'The archive is shared by several authorities, and secrecy holds between them (OSL 8 kap. 1 §). Git does not forget.',
  },
  kinds: ['avvikelse', 'genomförandeplan', 'samtycke'],
  *check(document, surroundings) {
    const { fields, body } = document
    if (MAY_NAME.test(namedTexts(fields).together)) {
      for (const { text, field } of textsWithin(fields)) {
        const named = fieldNamed(field)
        if (clearIn(text, surroundings) !== undefined)
          yield {
            at: { field },
            says: {
              sv: `I ${named.sv} står vad som ser ut som namnet på ett barn eller en vårdnadshavare.`,
              en: `In ${named.en} stands what looks like the name of a child or a guardian.`,
            },
            advice: ADVICE,
          }
      }
    }
    if (!MAY_NAME.test(bodyTextOf(body))) return
    const blank = blankFormsOf(document)
    for (const prose of body.prose) {
      if (!MAY_NAME.test(prose.text) || (prose.section !== undefined && blank.has(prose.section))) continue
      for (const { text, line } of sentencesOf(prose)) {
        const says = clearIn(text, surroundings)
        if (says !== undefined) yield { at: { line }, says, advice: ADVICE }
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Namn på barn och förälder', en: 'Names of a child and a parent' },
      typ: 'avvikelse',
      body: '## Beskrivning\n\nEleven Kim kom inte.\n\nMamman Lo Lind ringde.\n',
      finds: ['Eleven Kim', 'Mamman Lo'],
    },
    {
      shows: {
        sv: 'Ifyllda fält i en blankett, också i ett utkast',
        en: 'Filled-in fields of a form, in a draft too',
      },
      typ: 'genomförandeplan',
      front: { status: 'utkast' },
      body: '## Behov och vad som fungerar bra\n\nKlient-/patientuppgifter: Kim Lind, årskurs 4\n\n- Barnets namn: Kim\n',
      finds: ['Klient-/patientuppgifter', 'Barnets namn'],
    },
    {
      shows: {
        sv: 'Tomma fält, en beteckning, organisationer och den som arbetar',
        en: 'Empty fields, a pseudonym, organisations and those who work',
      },
      typ: 'avvikelse',
      body: '## Beskrivning\n\nBarnets namn:\n\nKlient-/patientuppgifter: B-7k3f\n\nEleven Ekmo kommun svarar för. Barnet B-7k3f väntade. Vårdnadshavaren BUP talade med ringde Bo Berg. Barnet och Cia Dahl möttes.\n',
      finds: [],
    },
    {
      shows: { sv: 'En plan utan namn', en: 'A plan without names' },
      typ: 'genomförandeplan',
      finds: [],
    },
  ],
}

const MAY_NAME =
  /elev|barn|pojk|flick|ungdom|dotter|son|syskon|patient|klient|brukar|mamma|pappa|mor|far|förälder|vårdnadshavar/i

const WHO =
  '(?:eleven|barnet|pojken|flickan|ungdomen|dottern|sonen|patienten|klienten|brukaren|mamma|mamman|modern|pappa|pappan|fadern|föräldern|vårdnadshavaren)'
/** "eleven Lisa", "barnet (Ali)", "mamman heter Anna Ek". A capital after a comma or a dash is no name. */
const NAMED = new RegExp(
  `(?<!\\p{L})${WHO} (?:heter |som heter )?\\(?(\\p{Lu}\\p{Ll}+(?:[ -]\\p{Lu}\\p{Ll}+)?)(?!\\p{L})`.replace(
    WHO,
    WHO.replace(/(?<=[:|])(\p{Ll})/gu, (_, first: string) => `[${first.toUpperCase()}${first}]`),
  ),
  'u',
)

/** A field that asks who somebody is, and what has been written in it. */
const FILLED =
  /(?:klient-?\/?(?:patient)?uppgifter|patientuppgifter|(?:barnets|elevens|klientens|patientens|vårdnadshavarens|vårdnadshavares|förälderns|den unges) (?:namn|adress|telefon\p{L}*|kontaktuppgifter|födelsedatum))\*{0,2}:\*{0,2}[ \t]*(\S[^\n|]*)/iu

/** What may stand in such a field: nothing, a pseudonym, or that it stands elsewhere. */
const NOTHING =
  /^(?:[_.…\-–\s*]*|`?B-[0-9a-z]{4}`?.*|.*(?:förseglat|utelämna|utan namn|avidentifiera|står inte|se block|ej |inte ).*)$/iu

function clearIn(text: string, { register }: Surroundings): Said | undefined {
  const filled = FILLED.exec(text)?.[1]
  if (filled !== undefined && !NOTHING.test(filled.trim())) return FORM
  const named = NAMED.exec(text)?.[1]
  if (named === undefined) return undefined
  const [first = ''] = named.split(/[ -]/)
  const isKnown =
    [named, first].some(name => register.isOrganisation(name) || register.person(name) !== undefined) ||
    register.organisations.some(({ name }) => folded(name).startsWith(`${folded(first)} `))
  return isKnown || OTHERS.test(first) ? undefined : NAME
}

/** What begins with a capital there and is no name of a child. */
const OTHERS =
  /^(?:Region|Kommun|Polis|Skol|Första|Barn|Elev|Social|Habilitering|Vård|Familje|Ungdoms|Primär|Rektor|Norr|Söder|Syd|Öst|Väst|Sverige)/

const NAME: Said = {
  sv: 'Här står vad som ser ut som namnet på ett barn eller en vårdnadshavare.',
  en: 'Here stands what looks like the name of a child or a guardian.',
}
const FORM: Said = {
  sv: 'Ett fält som frågar vem barnet eller vårdnadshavaren är har fyllts i.',
  en: 'A field that asks who the child or the guardian is has been filled in.',
}
const ADVICE: Said = {
  sv: 'Skriv en beteckning som `B-7k3f` i stället, och ha namnet i ett förseglat block eller hos den egna myndigheten. Är dokumentet redan delat: säg till den som är personuppgiftsansvarig.',
  en: 'Write a pseudonym such as `B-7k3f` instead, and keep the name in a sealed block or at the own authority. If the document has been shared already, tell the controller of personal data.',
}

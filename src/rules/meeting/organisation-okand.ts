import { type Document, mayBeQuoted } from '../../model/document.js'
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../../model/fields.js'
import { groupOf } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { attendanceOf } from '../../model/people.js'
import type { FieldPath } from '../../model/place.js'
import { MEETINGS, type Rule } from '../../model/rule.js'
import type { Surroundings } from '../../model/surroundings.js'
import { editDistance, folded } from '../../model/text.js'

/** Every organisation in a field is one of the register. Free text such as "den andra kommunen" (S0) is only noted. */
export const rule: Rule = {
  name: 'organisation-okand',
  level: 'warning',
  registers: true,
  states: {
    sv: 'De organisationer som står i fälten finns i `register/organisationer.yaml`.',
    en: 'The organisations in the fields are in `register/organisationer.yaml`.',
  },
  because: {
    sv: 'En part som skrivs på två sätt blir två parter i varje rapport.',
    en: 'A party that is written in two ways becomes two parties in every report.',
  },
  *check(document, surroundings) {
    if (surroundings.register.organisations.length === 0) return
    const seen = new Set<string>()
    for (const { name, field } of partiesIn(document, surroundings)) {
      if (seen.has(name) || isKnown(name, surroundings)) continue
      seen.add(name)
      const meant = nearestOrganisation(name, surroundings)
      const isFreeText = meant === undefined && /^\p{Ll}/u.test(name)
      const isOpen = mayBeQuoted(document)
      yield {
        at: { field },
        ...(isFreeText && { level: 'note' as const }),
        says: isOpen
          ? {
              sv: `\`${name}\` finns inte bland organisationerna i registret.`,
              en: `\`${name}\` is not among the organisations of the register.`,
            }
          : {
              sv: 'Organisationen här finns inte i registret.',
              en: 'The organisation here is not in the register.',
            },
        advice:
          isOpen && meant !== undefined
            ? { sv: `Menade du \`${meant}\`?`, en: `Did you mean \`${meant}\`?` }
            : {
                sv: 'Skriv namnet som i `register/organisationer.yaml`, eller lägg in organisationen där. Är parten inte känd vid namn, skriv `{namn: …}`.',
                en: 'Write the name as in `register/organisationer.yaml`, or add the organisation there. If the party is not known by name, write `{namn: …}`.',
              },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'En felskriven part', en: 'A misspelt party' },
      typ: 'rutin',
      front: { parter: '\n  - Ekmo kommun\n  - Region Vallland\n  - Stiftelsen Eken' },
      finds: ['- Region Vallland', '- Stiftelsen Eken'],
    },
    {
      shows: { sv: 'En deltagares organisation', en: 'The organisation of a participant' },
      front: { övriga: '[{namn: Ines Juhl, organisation: Skolverket}]' },
      finds: ['övriga: [{namn: Ines Juhl'],
    },
    {
      shows: { sv: 'Fri text i en avvikelse: en anmärkning', en: 'Free text in a deviation: a note' },
      typ: 'avvikelse',
      front: { berör: '[den andra kommunen]' },
      finds: ['berör: [den andra kommunen]'],
    },
    {
      shows: { sv: 'Personregistret', en: 'The register of people' },
      typ: 'register/personer.yaml',
      front: {
        personer:
          '\n  - {id: alva-ask, namn: Alva Ask, organisation: Ekmo kommn}\n  - {id: bo-berg, namn: Bo Berg}',
      },
      finds: ['Ekmo kommn'],
    },
    {
      shows: {
        sv: 'Alias, enheter, verksamheter, grupper och parter utan känt namn',
        en: 'Aliases, units, operations, groups and parties not known by name',
      },
      typ: 'avvikelse',
      front: { från: 'skolan', berör: '[BUP, Tallhammar, socialtjänst, Demolaget, {namn: en annan kommun}]' },
      finds: [],
    },
    {
      shows: {
        sv: 'Datumet i ett samtyckes `från` är ingen organisation',
        en: 'The date in `från` of a consent is no organisation',
      },
      typ: 'samtycke',
      finds: [],
    },
  ],
}

interface WrittenParty {
  readonly name: string
  readonly field: FieldPath
}

/** Every field of a document that names an organisation. */
function partiesIn(document: Document, surroundings: Surroundings): readonly WrittenParty[] {
  const { fields, typ } = document
  if (document.role === 'register') {
    return listOf(fields, 'personer').flatMap((each, index) =>
      isFields(each) ? partyIn(each, ['personer', index]) : [],
    )
  }
  if (typ === 'grupp') return organisationsOf(groupOf(document).members, surroundings)
  if ((MEETINGS as readonly string[]).includes(typ ?? ''))
    return organisationsOf(attendanceOf(meetingOf(document)), surroundings)
  if (typ === 'avvikelse') {
    const people = ['rapportör', 'chef'].flatMap(key => partyIn(fieldsOf(fields, key), [key]))
    return [...listed(fields, 'från'), ...listed(fields, 'berör'), ...people]
  }
  if (typ === 'samtycke') {
    return listOf(fields, 'omfattning').flatMap((each, index) =>
      isFields(each) ? partyIn(each, ['omfattning', index]) : [],
    )
  }
  return surroundings.kindOf(document)?.isMeeting === true ? [] : listed(fields, 'parter')
}

/** The organisations of people, without those that the register has. */
function organisationsOf(
  people: readonly { readonly organisation?: string; readonly field: FieldPath }[],
  { register }: Surroundings,
): readonly WrittenParty[] {
  const found: WrittenParty[] = []
  for (const { organisation, field } of people) {
    if (organisation === undefined || register.isOrganisation(organisation)) continue
    found.push({ name: organisation, field: [...field, 'organisation'] })
  }
  return found
}

const partyIn = (fields: Fields, field: FieldPath): readonly WrittenParty[] => {
  const name = textOf(fields, 'organisation')
  return name === undefined ? [] : [{ name, field: [...field, 'organisation'] }]
}

/** What stands in a field that is one party or a list of them; `{namn: …}` says itself that it is not in the register. */
const listed = (fields: Fields, key: string): readonly WrittenParty[] =>
  listOf(fields, key).flatMap((each, index) => {
    const isOne = typeof fields[key] === 'string'
    const name = typeof each === 'string' && each.trim() !== '' ? each.trim() : undefined
    return name === undefined ? [] : [{ field: isOne ? [key] : [key, index], name }]
  })

/** Organisations and units of the register, operations (`skola`, "skolan"), and groups. */
function isKnown(name: string, surroundings: Surroundings): boolean {
  const { register } = surroundings
  if (register.isOrganisation(name)) return true
  const wanted = folded(name)
  if (
    operationsOf(surroundings).some(
      each => each === wanted || `${each}n` === wanted || `${each}en` === wanted,
    )
  )
    return true
  if (surroundings.group(wanted) !== undefined) return true
  return surroundings.groups.some(each => folded(groupOf(each).name) === wanted)
}

/** The operations that a deviation can name: those of the register, and the usual ones. */
const operationsOf = ({ register, settings }: Surroundings): readonly string[] => [
  ...OPERATIONS,
  ...(settings.vocabulary.get('verksamhet') ?? []),
  ...register.organisations.flatMap(({ units }) => units.flatMap(({ operation }) => operation ?? [])),
]

const OPERATIONS: readonly string[] = [
  'förskola',
  'förskolan',
  'skola',
  'grundskola',
  'anpassad skola',
  'gymnasieskola',
  'elevhälsa',
  'socialtjänst',
  'primärvård',
  'vårdcentral',
  'bup',
  'habilitering',
  'barnhälsovård',
  'mödrahälsovård',
  'ungdomsmottagning',
  'tandvård',
  'polis',
  'civilsamhälle',
]

/** The organisation or unit that a name is a slip for: one letter wrong in eight. */
function nearestOrganisation(name: string, { register }: Surroundings): string | undefined {
  const wanted = folded(name)
  const most = Math.max(1, Math.floor(wanted.length / 8))
  for (const organisation of register.organisations) {
    for (const { name: known, aliases } of [organisation, ...organisation.units]) {
      for (const each of [known, ...aliases]) {
        const spelt = folded(each)
        if (
          Math.abs(spelt.length - wanted.length) <= most &&
          spelt.length > 3 &&
          editDistance(spelt, wanted) <= most
        )
          return each
      }
    }
  }
  return undefined
}

import { type Fields, isFields, listOf, NO_FIELDS, textOf, textsOf } from '../model/fields.js'
import { type Organisation, type Person, type Register, registerOf, type Unit } from '../model/register.js'

/** Reads the registers of people and organisations; an entry without id or name is left to the rules. */
export function readRegister(people: Fields, organisations: Fields): Register {
  return registerOf(
    entriesOf(people, 'personer').flatMap(personOf),
    entriesOf(organisations, 'organisationer').flatMap(organisationOf),
  )
}

const entriesOf = (fields: Fields, key: string): readonly Fields[] =>
  listOf(fields, key).map(each => (isFields(each) ? each : NO_FIELDS))

function personOf(fields: Fields): readonly Person[] {
  const id = textOf(fields, 'id')
  const name = textOf(fields, 'namn')
  if (id === undefined || name === undefined) return []
  const optional = { title: 'titel', organisation: 'organisation', unit: 'enhet', email: 'epost' } as const
  return [
    {
      id,
      name,
      aliases: textsOf(fields, 'alias'),
      keys: textsOf(fields, 'nycklar'),
      ...optionalTexts(fields, optional),
    },
  ]
}

function organisationOf(fields: Fields): readonly Organisation[] {
  const id = textOf(fields, 'id')
  const name = textOf(fields, 'namn')
  if (id === undefined || name === undefined) return []
  return [
    {
      id,
      name,
      aliases: textsOf(fields, 'alias'),
      ...optionalTexts(fields, { type: 'typ' } as const),
      formerNames: entriesOf(fields, 'tidigare').flatMap(former => {
        const was = textOf(former, 'namn')
        return was === undefined ? [] : [{ name: was, ...optionalTexts(former, { until: 'till' } as const) }]
      }),
      units: entriesOf(fields, 'enheter').flatMap(unitOf),
    },
  ]
}

function unitOf(fields: Fields): readonly Unit[] {
  const id = textOf(fields, 'id')
  const name = textOf(fields, 'namn')
  if (id === undefined || name === undefined) return []
  return [
    {
      id,
      name,
      aliases: textsOf(fields, 'alias'),
      ...optionalTexts(fields, { operation: 'verksamhet' } as const),
    },
  ]
}

/** Those of the fields that say something, under the names of the model. */
function optionalTexts<Name extends string>(
  fields: Fields,
  names: Readonly<Record<Name, string>>,
): { readonly [name in Name]?: string } {
  const found: { [name in Name]?: string } = {}
  for (const name of Object.keys(names) as Name[]) {
    const text = textOf(fields, names[name])
    if (text !== undefined) found[name] = text
  }
  return found
}

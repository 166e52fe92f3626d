import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import { fieldNamed } from '../../model/field-path.js'
import { listOf, saysNothing, textsOf } from '../../model/fields.js'
import type { DocumentKind, JsonSchema } from '../../model/kind.js'
import { type FieldPath, type Place, TOP } from '../../model/place.js'
import { requiredOf } from '../../model/required.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'

/** What a document of this kind and status is to say is said. The fields stand in each kind.yaml under `krävs`; archive format § 3. */
export const rule: Rule = {
  name: 'falt-saknas',
  level: { draft: 'note', review: 'warning', final: 'error' },
  registers: true,
  // Without an id a document cannot be cited, however early a draft it is; nothing is said of files that were not read.
  unreadable: true,
  states: {
    sv: 'De uppgifter som dokumentets slag och status kräver finns i huvudet.',
    en: 'The facts that the kind and status of the document require are in the front matter.',
  },
  because: {
    sv: 'Bara det som regler och rapporter använder krävs: saknas det går mötet, ärendet eller avvikelsen inte att följa.',
    en: 'Only what rules and reports use is required: without it the meeting, matter or deviation cannot be followed.',
  },
  *check(document, surroundings) {
    if (document.unreadable) return
    const kind = surroundings.kindOf(document)
    const isNamed = NAMES.every(name => !saysNothing(document.fields[name]))
    if (document.role === 'document' && !isNamed) yield* missingNames(document, kind)
    for (const { problem, field } of surroundings.fieldFaults(document)) {
      if (problem === 'missing' && !isName(field)) yield missingWithin(field)
    }
    if (kind === undefined) return
    for (const [field, status] of requiredOf(kind, document.status)) {
      if (!saysNothing(document.fields[field]) || isName([field]) || isDerived(field, document)) continue
      const at: Place = field in document.fields ? { field: [field], part: 'key' } : TOP
      yield { at, says: missing(field, status, kind), advice: advice(field, kind) }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett protokoll utan tid', en: 'A protocol without a time' },
      front: { tid: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Ett fält utan värde', en: 'A field without a value' },
      front: { plats: '' },
      finds: ['plats:'],
    },
    {
      shows: { sv: 'Inget id, fast det är ett utkast', en: 'No id, though it is a draft' },
      front: { id: undefined, status: 'utkast' },
      finds: ['---'],
    },
    {
      shows: { sv: 'Inget slag', en: 'No kind' },
      front: { typ: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Nästa möte utan datum', en: 'A next meeting without a date' },
      front: { nästa: '{plats: Ekmo}' },
      finds: ['nästa: {plats: Ekmo}'],
    },
    {
      shows: {
        sv: 'Ett protokoll som ska justeras, utan justerare',
        en: 'A protocol to be adjusted, without adjusters',
      },
      front: { status: 'justering', justerare: '[]' },
      finds: ['justerare: []'],
    },
    {
      shows: {
        sv: 'Det som krävs i ett tidigare steg krävs också i ett senare',
        en: 'What an earlier step requires a later one requires too',
      },
      typ: 'avvikelse',
      front: { område: undefined },
      finds: ['---'],
    },
    {
      shows: {
        sv: 'En observerad avvikelse behöver ingen rapportör',
        en: 'An observed deviation needs no reporter',
      },
      typ: 'avvikelse',
      front: { status: 'observerad', rapportör: undefined, från: undefined, berör: undefined },
      finds: [],
    },
    {
      shows: { sv: 'Det som bara en annan slutstatus kräver', en: 'What only another final status requires' },
      typ: 'samtycke',
      front: { status: 'utgånget' },
      finds: [],
    },
    {
      shows: { sv: 'Ett utkast behöver bara det nödvändigaste', en: 'A draft needs only the most necessary' },
      front: { status: 'utkast', tid: undefined, plats: undefined, sekreterare: undefined, närvarande: '[]' },
      finds: [],
    },
    {
      shows: { sv: 'En person utan id i registret', en: 'A person without an id in the register' },
      files: { 'register/personer.yaml': 'personer:\n  - {namn: Alva Ask}\n' },
      finds: ['register/personer.yaml: namn: Alva Ask'],
    },
  ],
}

/** What every document is known by. */
const NAMES = ['id', 'typ'] as const

const isName = (field: FieldPath): boolean => field.length === 1 && NAMES.some(name => name === field[0])

function* missingNames({ fields }: Document, kind: DocumentKind | undefined): Generator<Finding> {
  if (saysNothing(fields['typ'])) {
    yield {
      at: TOP,
      level: 'error',
      says: {
        sv: 'Fältet `typ` saknas, så det framgår inte vad dokumentet är.',
        en: 'The field `typ` is missing, so nothing says what the document is.',
      },
      advice: { sv: 'Skriv till exempel `typ: protokoll`.', en: 'Write for instance `typ: protokoll`.' },
    }
  }
  if (saysNothing(fields['id'])) {
    const form = kind?.idPattern ?? 'AVV-2024-7k3f'
    yield {
      at: TOP,
      level: 'error',
      says: {
        sv: 'Fältet `id` saknas, så inget annat dokument kan hänvisa till det här.',
        en: 'The field `id` is missing, so no other document can refer to this one.',
      },
      advice: { sv: `Skriv ett id av formen \`${form}\`.`, en: `Write an id of the form \`${form}\`.` },
    }
  }
}

function missingWithin(field: FieldPath): Finding {
  const above = field.slice(0, -1)
  const key = `\`${String(field.at(-1))}\``
  const named = fieldNamed(above)
  return {
    at: above.length === 0 ? TOP : { field: above },
    says: {
      sv: above.length === 0 ? `Fältet ${key} saknas.` : `${key} saknas i ${named.sv}.`,
      en: above.length === 0 ? `The field ${key} is missing.` : `${key} is missing in ${named.en}.`,
    },
    advice: { sv: `Lägg till ${key} med ett värde.`, en: `Add ${key} with a value.` },
  }
}

/** A value that can be worked out from others: named in `härlett`, or those present where all who were called are named. */
const isDerived = (field: string, { fields }: Document): boolean =>
  textsOf(fields, 'härlett').includes(field) ||
  (field === 'närvarande' && listOf(fields, 'kallade').length > 0)

const missing = (field: string, status: string, { statuses }: DocumentKind): Said => ({
  sv: `Fältet \`${field}\` saknas${status === statuses[0]?.name ? '' : `; det ska finnas från status \`${status}\``}.`,
  en: `The field \`${field}\` is missing${status === statuses[0]?.name ? '' : `; it is to be there from status \`${status}\` on`}.`,
})

function advice(field: string, kind: DocumentKind): Said {
  const form = `\`${field}: ${valueFor(field, kind)}\``
  return { sv: `Skriv till exempel ${form}.`, en: `Write for instance ${form}.` }
}

/** What could stand in a field of a format or definition of the schemas. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['datum', '2024-05-31'],
  ['tid', '13.00–15.00'],
  ['slug', 'lansgruppen'],
  ['barn', 'B-7k3f'],
  ['revidering', 'årligen'],
  ['person', 'Förnamn Efternamn'],
  ['deltagare', 'Förnamn Efternamn'],
  ['part', 'kommunens namn'],
])

/** A value as it could stand: by the schema of the field. */
function valueFor(field: string, { schema, statuses, confidentiality }: DocumentKind): string {
  if (field === 'status') return statuses[0]?.name ?? '…'
  if (field === 'sekretess') return confidentiality
  return valueBy(within(within(schema, 'properties'), field), schema)
}

function valueBy(property: unknown, schema: JsonSchema): string {
  const defined = /^#\/\$defs\/(.+)$/.exec(String(within(property, '$ref')))?.[1]
  const definition = defined === undefined ? property : within(within(schema, '$defs'), defined)
  const listed = within(definition, 'enum')
  if (Array.isArray(listed)) return String(listed[0])
  if (within(definition, 'type') === 'array') return `[${valueBy(within(definition, 'items'), schema)}]`
  return EXAMPLES.get(defined ?? String(within(definition, 'format'))) ?? '…'
}

const within = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined

import { fieldNamed, valueAt } from '../../model/field-path.js'
import { quotation } from '../../model/quotation.js'
import type { Rule } from '../../model/rule.js'
import { choices, type Said } from '../../model/said.js'
import { nearest } from '../../model/text.js'

/** A field with a closed list of values has one of them. The lists stand in each kind.yaml; archive format § 2. */
export const rule: Rule = {
  name: 'okant-varde',
  level: 'error',
  registers: true,
  states: {
    sv: 'Där det finns en lista att välja ur står ett av listans värden.',
    en: 'Where there is a list to choose from, one of its values stands.',
  },
  because: {
    sv: 'Ett värde utanför listan räknas inte med: avvikelsen eller mötet saknas i statistiken utan att det märks.',
    en: 'A value outside the list is not counted: the deviation or meeting is missing from the statistics unnoticed.',
  },
  *check(document, surroundings) {
    for (const { problem, field, allowed = [], vocabulary } of surroundings.fieldFaults(document)) {
      if (problem !== 'value') continue
      const value = valueAt(document.fields, field)
      const written = typeof value === 'string' ? value : undefined
      const meant =
        written === undefined ? undefined : (SHORT.get(written.toLowerCase()) ?? nearest(written, allowed))
      const known = meant !== undefined && allowed.includes(meant) ? meant : undefined
      yield {
        at: { field },
        says: says(written === undefined ? undefined : quotation(written, document), fieldNamed(field)),
        advice: advice(known, allowed, vocabulary),
        ...(known !== undefined &&
          written !== undefined && {
            fix: { does: 'put' as const, text: known, insteadOf: written, safety: 'unsafe' as const },
          }),
      }
    }
  },
  examples: [
    {
      shows: { sv: 'En felstavad status', en: 'A misspelt status' },
      front: { status: 'gransking' },
      finds: ['status: gransking'],
    },
    {
      shows: { sv: 'Ett område som inte finns i listan', en: 'An area that is not in the list' },
      typ: 'avvikelse',
      front: { område: 'skolskjuts' },
      finds: ['område: skolskjuts'],
    },
    {
      shows: {
        sv: 'Ett eget värde som arkivet har lagt till',
        en: 'A value of its own that the archive has added',
      },
      typ: 'avvikelse',
      front: { område: 'skolskjuts' },
      files: {
        'samverkan.yaml': 'version: 1\nnamn: Demonstrationsarkiv\nordlistor:\n  område: [skolskjuts]\n',
      },
      finds: [],
    },
    {
      shows: { sv: 'Ett av flera värden är okänt', en: 'One of several values is unknown' },
      typ: 'avvikelse',
      front: { verksamhet: '\n  - skola\n  - båp' },
      finds: ['- båp'],
    },
    {
      shows: { sv: 'En okänd grad av sekretess', en: 'An unknown grade of confidentiality' },
      front: { sekretess: 'hemlig' },
      finds: ['sekretess: hemlig'],
    },
    {
      shows: {
        sv: 'En okänd nivå i arkivets inställningar',
        en: 'An unknown level in the settings of the archive',
      },
      files: { 'samverkan.yaml': 'version: 1\nnamn: Demonstrationsarkiv\nregler:\n  datumform: varnig\n' },
      finds: ['samverkan.yaml: datumform: varnig'],
    },
  ],
}

/** Most values that the advice lists. */
const MOST = 12

/** What people write for the grades of confidentiality. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['offentlig', 'öppen'],
  ['hemlig', 'sekretess'],
  ['sekretessbelagd', 'sekretess'],
])

const says = (shown: string | undefined, named: Said): Said => ({
  sv:
    shown === undefined
      ? `Värdet i ${named.sv} finns inte i listan.`
      : `${shown} finns inte bland värdena för ${named.sv}.`,
  en:
    shown === undefined
      ? `The value in ${named.en} is not in the list.`
      : `${shown} is not among the values of ${named.en}.`,
})

function advice(meant: string | undefined, allowed: readonly string[], vocabulary: string | undefined): Said {
  const listed = choices(allowed.slice(0, MOST).map(value => `\`${value}\``))
  const rest = allowed.length - MOST
  return {
    sv: [
      ...(meant === undefined ? [] : [`Menade du \`${meant}\`?`]),
      rest > 0 ? `Skriv till exempel ${listed.sv}; det finns ${rest} till.` : `Skriv ${listed.sv}.`,
      ...(vocabulary === undefined
        ? []
        : [`Fler kan läggas till i \`samverkan.yaml\`, under \`ordlistor: ${vocabulary}\`.`]),
    ].join(' '),
    en: [
      ...(meant === undefined ? [] : [`Did you mean \`${meant}\`?`]),
      rest > 0 ? `Write for instance ${listed.en}; there are ${rest} more.` : `Write ${listed.en}.`,
      ...(vocabulary === undefined
        ? []
        : [`More can be added in \`samverkan.yaml\`, under \`ordlistor: ${vocabulary}\`.`]),
    ].join(' '),
  }
}

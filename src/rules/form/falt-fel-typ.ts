import { whyNotADay } from '../../model/day.js'
import type { Document } from '../../model/document.js'
import { fieldNamed, valueAt } from '../../model/field-path.js'
import type { FieldPath } from '../../model/place.js'
import { quotation } from '../../model/quotation.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import type { Surroundings } from '../../model/surroundings.js'

/** What stands in a field has the form of that field. The forms stand in each kind.yaml; dates ISO 8601, archive format § 3. */
export const rule: Rule = {
  name: 'falt-fel-typ',
  level: { draft: 'note', review: 'warning', final: 'error' },
  registers: true,
  states: {
    sv: 'Det som står i ett fält har fältets form: datum är datum, tider är tider, listor är listor.',
    en: 'What stands in a field has the form of the field: dates are dates, times are times, lists are lists.',
  },
  because: {
    sv: 'Ett värde som inte går att läsa räknas som om det inte fanns.',
    en: 'A value that cannot be read counts as if it were not there.',
  },
  *check(document, surroundings) {
    for (const { problem, field, why } of surroundings.fieldFaults(document)) {
      // The form of the id is the matter of `id-form`.
      if (problem !== 'type' || (document.role === 'document' && field.length === 1 && field[0] === 'id'))
        continue
      const value = valueAt(document.fields, field)
      const text = typeof value === 'string' ? value : undefined
      const impossible = text === undefined ? undefined : whyNotADay(text)
      const shown = text === undefined ? undefined : quotation(text, document)
      const named = fieldNamed(field)
      yield impossible === undefined
        ? {
            at: { field },
            says: {
              sv:
                shown === undefined
                  ? `Det som står i ${named.sv} har inte rätt form.`
                  : `${shown} i ${named.sv} har inte rätt form.`,
              en:
                shown === undefined
                  ? `What stands in ${named.en} has not the right form.`
                  : `${shown} in ${named.en} has not the right form.`,
            },
            advice: sentence(listAdvice(document, field, shown, surroundings) ?? why ?? WRONG_FORM),
          }
        : {
            at: { field },
            level: 'error',
            says: {
              sv: `${shown ?? 'Datumet'} i ${named.sv} finns inte i kalendern: ${impossible.sv}.`,
              en: `${shown ?? 'The date'} in ${named.en} is not in the calendar: ${impossible.en}.`,
            },
            advice: { sv: 'Rätta datumet.', en: 'Correct the date.' },
          }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett datum som inte finns', en: 'A date that does not exist' },
      front: { datum: '2024-02-30' },
      finds: ['datum: 2024-02-30'],
    },
    {
      shows: { sv: 'En tid som inte går att läsa', en: 'A time that cannot be read' },
      front: { tid: 'på förmiddagen' },
      finds: ['tid: på förmiddagen'],
    },
    {
      shows: { sv: 'Ett diarienummer utan siffror', en: 'A registration number without digits' },
      front: { diarienummer: 'Protokoll' },
      finds: ['diarienummer: Protokoll'],
    },
    {
      shows: { sv: 'Ett namn där en lista ska stå', en: 'A name where a list is wanted' },
      front: { frånvarande: 'Dan Ek' },
      finds: ['frånvarande: Dan Ek'],
    },
    {
      shows: {
        sv: 'En kommun där en lista ska stå, i ett dokument som inte är öppet',
        en: 'A municipality where a list is wanted, in a document that is not open',
      },
      typ: 'avvikelse',
      front: { berör: 'Region Valland', allvarlighet: '7' },
      finds: ['berör: Region Valland', 'allvarlighet: 7'],
    },
    {
      shows: { sv: 'Ett datum inne i en lista', en: 'A date within a list' },
      typ: 'grupp',
      front: {
        ledamöter: '\n  - {person: Alva Ask, från: 2023-01-01}\n  - {person: Bo Berg, från: 2023-06-31}',
      },
      finds: ['från: 2023-06-31'],
    },
    {
      shows: {
        sv: 'Frister och e-post i register och inställningar',
        en: 'Deadlines and e-mail in registers and settings',
      },
      files: {
        'samverkan.yaml':
          'version: 1\nnamn: Demonstrationsarkiv\nfrister:\n  avvikelse_svar_dagar: två månader\n',
        'register/personer.yaml': 'personer:\n  - {id: alva-ask, namn: Alva Ask, epost: alva.ask}\n',
      },
      finds: ['samverkan.yaml: två månader', 'register/personer.yaml: alva.ask'],
    },
    {
      shows: {
        sv: 'Tider, datum och tal skrivna som folk skriver',
        en: 'Times, dates and numbers as people write them',
      },
      front: {
        tid: 'kl 9-11',
        datum: '240523',
        nästa: '{datum: 2024-09-19, tid: 13-15}',
        diarienummer: 'SN 2024/12',
      },
      finds: [],
    },
  ],
}

const WRONG_FORM: Said = {
  sv: 'skriv värdet som i andra dokument av samma slag',
  en: 'write the value as in other documents of its kind',
}

/** How a lone text becomes the list that the field is. */
function listAdvice(
  document: Document,
  field: FieldPath,
  shown: string | undefined,
  surroundings: Surroundings,
): Said | undefined {
  const [name] = field
  if (field.length !== 1 || typeof document.fields[String(name)] !== 'string') return undefined
  const properties = surroundings.kindOf(document)?.schema['properties'] as
    | Readonly<Record<string, { readonly type?: unknown }>>
    | undefined
  if (properties?.[String(name)]?.type !== 'array') return undefined
  const form = `\`${name}: [${shown?.slice(1, -1) ?? '…'}]\``
  return {
    sv: `en lista ska stå här, också när den bara har en sak: skriv ${form}`,
    en: `a list is wanted here, even of one thing: write ${form}`,
  }
}

const sentence = ({ sv, en }: Said): Said => ({ sv: asSentence(sv), en: asSentence(en) })

const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

import { quotation } from '../../model/quotation.js'
import type { Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'
import { nearest } from '../../model/text.js'

/** `typ` names a kind of document that the program or the archive has. Archive format § 2. */
export const rule: Rule = {
  name: 'okand-typ',
  // A document of unknown kind cannot be checked at all, however early a draft it is.
  level: 'error',
  states: {
    sv: 'Fältet `typ` är ett slag av dokument som arkivet har.',
    en: 'The field `typ` is a kind of document that the archive has.',
  },
  because: {
    sv: 'Utan känt slag vet ingen vilka uppgifter som ska finnas, och dokumentet kommer inte med i någon rapport.',
    en: 'Without a known kind nobody knows which facts there should be, and the document is in no report.',
  },
  *check(document, surroundings) {
    const written = document.fields['typ']
    // That it is missing is said by `falt-saknas`.
    if (written === undefined || written === '' || surroundings.kindOf(document) !== undefined) return
    const kinds = [...surroundings.kinds.keys()]
    const meant = typeof written === 'string' ? kindMeant(written, surroundings) : undefined
    // Of what kind the document is, and so whether it is open, is not known.
    const shown =
      typeof written === 'string' && document.fields['sekretess'] === 'öppen'
        ? quotation(written, document)
        : undefined
    const listed = enumerated(kinds.slice(0, MOST).map(kind => `\`${kind}\``))
    const more = kinds.length > MOST ? ' …' : ''
    yield {
      at: { field: ['typ'] },
      says: {
        sv:
          shown === undefined
            ? 'Det som står i `typ` är inget känt slag.'
            : `${shown} är inget känt slag av dokument.`,
        en:
          shown === undefined
            ? 'What stands in `typ` is no known kind.'
            : `${shown} is no known kind of document.`,
      },
      advice: {
        sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Slagen är ${listed.sv}${more}.`,
        en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}The kinds are ${listed.en}${more}.`,
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Ett felstavat slag', en: 'A misspelt kind' },
      front: { typ: 'protokol' },
      finds: ['typ: protokol'],
    },
    {
      shows: { sv: 'Det engelska namnet', en: 'The English name' },
      front: { typ: 'protocol' },
      finds: ['typ: protocol'],
    },
    {
      shows: { sv: 'En lista i stället för ett ord', en: 'A list instead of a word' },
      front: { typ: '[protokoll]' },
      finds: ['typ: [protokoll]'],
    },
    {
      shows: { sv: 'Ett känt slag', en: 'A known kind' },
      finds: [],
    },
  ],
}

/** Most kinds that the advice lists. */
const MOST = 12

function kindMeant(
  written: string,
  {
    kinds,
  }: {
    readonly kinds: ReadonlyMap<string, { readonly typ: string; readonly commandNames: readonly string[] }>
  },
): string | undefined {
  const named = [...kinds.values()].find(({ commandNames }) =>
    commandNames.includes(written.trim().toLowerCase()),
  )
  return named?.typ ?? nearest(written, kinds.keys())
}

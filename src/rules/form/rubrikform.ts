import type { Section } from '../../model/body.js'
import type { Finding } from '../../model/diagnostic.js'
import { knownText } from '../../model/known-text.js'
import { MEETINGS, type Rule } from '../../model/rule.js'

/** Numbers are written in one way throughout a document. Archive format § 4: read liberally, written canonically. */
export const rule: Rule = {
  name: 'rubrikform',
  level: 'warning',
  states: {
    sv: 'Numren i rubrikerna skrivs på ett sätt i hela dokumentet.',
    en: 'The numbers of headings are written in one way throughout the document.',
  },
  because: {
    sv: 'Den som hänvisar till eller söker efter `§ 4` hittar inte det som heter `4 §`.',
    en: 'Whoever cites or searches for `§ 4` does not find what is called `4 §`.',
  },
  kinds: MEETINGS,
  *check(document) {
    const { sections } = document.body
    if (areAlike(sections)) return
    const numbered = sections.filter(({ number }) => number !== undefined)
    const whole = numbered.filter(isWhole)
    const top = Math.min(...whole.map(({ depth }) => depth))
    const items = whole.filter(({ isParagraph, depth }) => isParagraph || depth === top)
    yield* unlike(items, document.typ === 'protokoll' ? ['§ 4', '4.'] : ['4.', '§ 4'])
    yield* unlike(
      numbered.filter(section => !isWhole(section)),
      ['4 a.'],
    )
  },
  examples: [
    {
      shows: { sv: 'Fyra sätt att skriva en paragraf', en: 'Four ways to write a paragraph' },
      body: '## § 1 Öppnande\n\nMötet öppnas.\n\n## §2 Läget\n\nDan Ek berättar.\n\n## 3 § Budget\n\nAlva Ask berättar.\n\n## 4. Övrigt\n\nInget.\n',
      finds: ['## §2 Läget', '## 3 § Budget', '## 4. Övrigt'],
    },
    {
      shows: { sv: 'Underpunkter på två sätt', en: 'Sub-items in two ways' },
      typ: 'mötesanteckningar',
      body: '## 1. Mötet öppnas\n\nFia Gran hälsar välkommen.\n\n## 2. Övrigt\n\n### 2 a. Konferens\n\nInbjudan kommer.\n\n### b) Budget\n\nBerättas.\n',
      finds: ['### b) Budget'],
    },
    {
      shows: { sv: 'Samma sätt hela vägen, om än ett eget', en: 'One way throughout, if one of its own' },
      body: '## 1 § Öppnande\n\nMötet öppnas.\n\n## 2 § Läget\n\nDan Ek berättar.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Underpunkter, numrerade delar och en rubrik utan nummer',
        en: 'Sub-items, numbered parts and a heading without number',
      },
      body: '## § 1 Mål\n\n### 1. Tidiga insatser\n\nBerättas.\n\n### 2. Delaktighet\n\nBerättas.\n\n## § 2 Övrigt\n\n### 2 a. Konferens\n\nInbjudan kommer.\n\n## Höstens möten\n\n2024-09-19 i Ekmo.\n',
      finds: [],
    },
  ],
}

/** True when all numbers are written in one form, as in most documents. */
function areAlike(sections: readonly Section[]): boolean {
  let form: string | undefined
  for (const { number, numberWritten = '' } of sections) {
    if (number === undefined) continue
    const own = formOf(numberWritten)
    form ??= own
    if (own !== form) return false
  }
  return true
}

const isWhole = ({ number }: Section): boolean => /^\d+$/.test(number ?? '')

/** Those among some sections whose number is written otherwise: than the wanted form where any has it, else than the most. */
function* unlike(sections: readonly Section[], wanted: readonly string[]): Generator<Finding> {
  const forms = sections.map(({ numberWritten = '' }) => formOf(numberWritten))
  if (new Set(forms).size < 2) return
  const model = wanted.find(form => forms.includes(form)) ?? mostOf(forms)
  const other = sections[forms.indexOf(model)]?.numberWritten
  for (const [index, section] of sections.entries()) {
    if (forms[index] === model) continue
    const written = section.numberWritten ?? ''
    const wanted = filledIn(model, section.number ?? '')
    const form = `\`${wanted}\``
    yield {
      at: { line: section.line, mark: written },
      says: {
        sv: `Numret är skrivet \`${written}\`, men andra i dokumentet som \`${other}\`.`,
        en: `The number is written \`${written}\`, but others in the document as \`${other}\`.`,
      },
      advice: { sv: `Skriv ${form}.`, en: `Write ${form}.` },
      fix: { does: 'put', text: wanted, insteadOf: written, safety: 'safe' },
    }
  }
}

/** How a number is written, with 4 and a for whatever number and letter it is: `§ 4`, `4 §`, `4 a.`. */
const formOf = knownText((written: string): string =>
  written.replace(/\s+/g, ' ').replace(/\d+/, '4').replace(/[a-h]/i, 'a'),
)

const filledIn = (form: string, number: string): string =>
  form.replace('4', /^\d+/.exec(number)?.[0] ?? '').replace('a', /[a-h]$/.exec(number)?.[0] ?? '')

const mostOf = (forms: readonly string[]): string => {
  const count = (form: string) => forms.filter(each => each === form).length
  return [...new Set(forms)].sort((a, b) => count(b) - count(a))[0] ?? ''
}

import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import { fieldsOf, textOf } from '../../model/fields.js'
import type { Rule } from '../../model/rule.js'

/** What is marked as confidential says by which provision. OSL 5 kap. 5 §: provision, day and authority. */
export const rule: Rule = {
  name: 'sekretess-utan-grund',
  level: 'warning',
  states: {
    sv: 'Det som är sekretessmarkerat säger enligt vilken bestämmelse, vilken dag och av vilken myndighet.',
    en: 'What is marked as confidential says by which provision, on which day and by which authority.',
  },
  because: {
    sv: 'En markering utan bestämmelse går inte att pröva när någon begär ut handlingen (OSL 5 kap. 5 §).',
    en: 'A mark without a provision cannot be tried when somebody asks for the document (OSL 5 kap. 5 §).',
  },
  *check(document) {
    yield* inField(document)
    for (const { ground = '', line } of document.body.confidential)
      if (!isProvision(ground)) yield { at: { line }, ...PASSAGE }
    for (const { attributes } of document.body.sections)
      for (const { key, value, line } of attributes)
        if (key === 'Sekretess' && !isProvision(value)) yield { at: { line }, ...PASSAGE }
  },
  examples: [
    {
      shows: { sv: 'Bara graden', en: 'The grade alone' },
      typ: 'genomförandeplan',
      front: { sekretess: 'sekretess' },
      finds: ['sekretess: sekretess'],
    },
    {
      shows: { sv: 'En bestämmelse som inte är någon', en: 'A provision that is none' },
      typ: 'genomförandeplan',
      front: { sekretess: '{grad: sekretess, bestämmelse: ja, datum: 2024-03-01, myndighet: Ekmo kommun}' },
      finds: ['sekretess: {grad'],
    },
    {
      shows: { sv: 'Ett avsnitt utan grund', en: 'A passage without ground' },
      body: '## § 1 Läget\n\n:::sekretess\nTexten.\n:::\n',
      finds: [':::sekretess'],
    },
    {
      shows: { sv: 'Bestämmelse, dag och myndighet', en: 'Provision, day and authority' },
      typ: 'genomförandeplan',
      finds: [],
    },
    {
      shows: {
        sv: 'Ett internt dokument behöver ingen bestämmelse',
        en: 'An internal document needs no provision',
      },
      typ: 'avvikelse',
      front: { sekretess: 'intern' },
      finds: [],
    },
    {
      shows: { sv: 'Ett avsnitt med sin grund', en: 'A passage with its ground' },
      body: '## § 1 Läget\n\n:::sekretess{grund="OSL 26:1"}\nTexten.\n:::\n',
      finds: [],
    },
  ],
}

function* inField({ fields }: Document): Generator<Finding> {
  if (textOf(fields, 'sekretess') === 'sekretess') {
    yield {
      at: { field: ['sekretess'] },
      says: {
        sv: 'Dokumentet är sekretessmarkerat utan bestämmelse, dag och myndighet.',
        en: 'The document is marked as confidential without provision, day and authority.',
      },
      advice: {
        sv: 'Skriv `sekretess: {grad: sekretess, bestämmelse: OSL 26:1, datum: 2024-03-01, myndighet: …}` med det som gäller här.',
        en: 'Write `sekretess: {grad: sekretess, bestämmelse: OSL 26:1, datum: 2024-03-01, myndighet: …}` with what holds here.',
      },
    }
    return
  }
  const provision = textOf(fieldsOf(fields, 'sekretess'), 'bestämmelse')
  if (provision !== undefined && !isProvision(provision))
    yield { at: { field: ['sekretess', 'bestämmelse'] }, ...PASSAGE }
}

/** A chapter and a paragraph in some form: `OSL 26:1`, `26 kap. 1 §`. */
const isProvision = (text: string): boolean => /\d+\s*(?::|kap)/i.test(text)

const PASSAGE: Pick<Finding, 'says' | 'advice'> = {
  says: {
    sv: 'Sekretessmarkeringen säger inte enligt vilken bestämmelse.',
    en: 'The mark of confidentiality does not say by which provision.',
  },
  advice: {
    sv: 'Skriv kapitel och paragraf, som `OSL 26:1` eller `OSL 23 kap. 2 §`.',
    en: 'Write chapter and paragraph, such as `OSL 26:1` or `OSL 23 kap. 2 §`.',
  },
}

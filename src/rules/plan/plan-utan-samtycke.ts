import type { Finding } from '../../model/diagnostic.js'
import type { ConsentState } from '../../model/plan-consent.js'
import { consentFor } from '../../model/plan-facts.js'
import type { Rule } from '../../model/rule.js'

/**
 * A plan rests on a consent that is of the same child and holds (OSL 10:1, 12:2): on the day the plan was made and, until it is
 * closed, today. A day that passes makes a warning, never an error. An id that leads nowhere is said by `lank-bruten`.
 */
export const rule: Rule = {
  name: 'plan-utan-samtycke',
  reach: 'archive',
  level: { draft: 'note', review: 'error', final: 'error' },
  states: {
    sv: 'En plan har ett samtycke i `samtycke` som gäller samma barn, inte är återkallat och inte har gått ut.',
    en: 'A plan has a consent in `samtycke` that is of the same child, is not withdrawn and has not run out.',
  },
  because: {
    sv: 'Utan samtycke får parterna inte dela uppgifter om barnet med varandra, hur bra planen än är.',
    en: 'Without consent the parties may not share what they know of the child, however good the plan is.',
  },
  kinds: ['genomförandeplan'],
  *check(document, archive) {
    const fault = FAULTS.get(consentFor(document, archive))
    if (fault !== undefined) yield { at: { field: ['samtycke'] }, ...fault }
  },
  examples: [
    {
      shows: { sv: 'Inget samtycke', en: 'No consent' },
      typ: 'genomförandeplan',
      front: { samtycke: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Samtycket är återkallat', en: 'The consent is withdrawn' },
      typ: 'genomförandeplan',
      files: consent('status: återkallat\nbarn: B-g7h8\nfrån: 2024-02-20\nåterkallat: 2024-05-02\n'),
      finds: ['samtycke: SAM-2024-j9k0'],
    },
    {
      shows: { sv: 'Samtycket har gått ut', en: 'The consent has run out' },
      typ: 'genomförandeplan',
      today: '2025-02-21',
      finds: ['samtycke: SAM-2024-j9k0'],
    },
    {
      shows: { sv: 'Samtycket gäller ett annat barn', en: 'The consent is of another child' },
      typ: 'genomförandeplan',
      files: consent('status: gällande\nbarn: B-k3k3\nfrån: 2024-02-20\n'),
      finds: ['samtycke: SAM-2024-j9k0'],
    },
    {
      shows: { sv: 'Samtycket gäller', en: 'The consent holds' },
      typ: 'genomförandeplan',
      finds: [],
    },
    {
      shows: {
        sv: 'Planen är avslutad: samtycket behövde bara gälla då',
        en: 'The plan is closed: the consent only needed to hold then',
      },
      typ: 'genomförandeplan',
      front: { status: 'avslutad' },
      today: '2025-02-21',
      finds: [],
    },
  ],
}

const FAULTS: ReadonlyMap<ConsentState, Pick<Finding, 'says' | 'advice' | 'level'>> = new Map([
  [
    'missing',
    {
      says: { sv: 'Planen har inget samtycke.', en: 'The plan has no consent.' },
      advice: {
        sv: 'Inhämta samtycke, gör det till ett dokument med `samverkan new consent`, och skriv dess id i `samtycke`.',
        en: 'Obtain consent, make it a document with `samverkan new consent`, and write its id in `samtycke`.',
      },
    },
  ],
  [
    'withdrawn',
    {
      says: { sv: 'Samtycket är återkallat.', en: 'The consent is withdrawn.' },
      advice: {
        sv: 'Sluta dela uppgifter om barnet. Inhämta ett nytt samtycke, eller avsluta planen.',
        en: 'Stop sharing what you know of the child. Obtain a new consent, or close the plan.',
      },
    },
  ],
  [
    'expired',
    {
      level: 'warning',
      says: {
        sv: 'Samtycket gäller inte hela den tid som planen behöver det.',
        en: 'The consent does not hold for all the time that the plan needs it.',
      },
      advice: {
        sv: 'Inhämta ett nytt samtycke och skriv dess id i `samtycke`, eller avsluta planen. Rätta dagarna i samtycket om de är felskrivna.',
        en: 'Obtain a new consent and write its id in `samtycke`, or close the plan. Correct the days of the consent if they are mistyped.',
      },
    },
  ],
  [
    'other-child',
    {
      says: {
        sv: 'Samtycket gäller ett annat barn än planen.',
        en: 'The consent is of another child than the plan.',
      },
      advice: {
        sv: 'Skriv id för barnets eget samtycke i `samtycke`, eller rätta beteckningen i `barn`.',
        en: 'Write the id of the consent of this child in `samtycke`, or correct the pseudonym in `barn`.',
      },
    },
  ],
] as const)

/** The consent of the demonstration archive with other fields. */
function consent(fields: string): Readonly<Record<string, string>> {
  return {
    'samtycken/2024/sam-2024-j9k0.md': `---\nid: SAM-2024-j9k0\ntyp: samtycke\ntitel: Samtycke\nsekretess: sekretess\n${fields}---\n`,
  }
}

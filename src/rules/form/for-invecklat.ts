import type { Rule } from '../../model/rule.js'

/** The text of a document is plain enough to be read. Security decision 6: limits before parsing. */
export const rule: Rule = {
  name: 'for-invecklat',
  level: 'error',
  unreadable: true,
  states: {
    sv: 'Dokumentets text är av vanlig längd och så enkelt uppställd att den går att läsa.',
    en: 'The text of the document is of ordinary length and laid out simply enough to be read.',
  },
  because: {
    sv: 'En text med tusentals lösa tecken eller listor i listor kan ta minuter att läsa och stoppar granskningen av allt annat.',
    en: 'A text with thousands of loose marks or lists within lists can take minutes to read and holds up the checking of all else.',
  },
  *check({ faults }) {
    const fault = faults.find(({ name }) => name === 'too-intricate')
    if (fault === undefined) return
    yield {
      at: fault.at,
      says: {
        sv: 'Texten är för lång eller för invecklad för att läsas: listor djupt i varandra, mycket långa stycken eller tusentals lösa tecken som `*`, `[` och `<`.',
        en: 'The text is too long or too intricate to be read: lists deep within each other, very long paragraphs, or thousands of loose marks such as `*`, `[` and `<`.',
      },
      advice: {
        sv: 'Dela upp den, eller lägg det inklistrade som bilaga i en egen fil.',
        en: 'Divide it, or put what was pasted in as an attachment in a file of its own.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Tusentals listor i varandra', en: 'Thousands of lists within each other' },
      body: `## § 1 Inklistrat\n\n${'1. '.repeat(5000)}x\n`,
      finds: ['1. 1. 1.'],
    },
    {
      shows: { sv: 'En vanlig text', en: 'An ordinary text' },
      finds: [],
    },
  ],
}

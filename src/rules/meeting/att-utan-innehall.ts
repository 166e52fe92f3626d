import { RECORDS, type Rule } from '../../model/rule.js'

/** An att-sats says what is decided. */
export const rule: Rule = {
  name: 'att-utan-innehall',
  level: 'warning',
  states: {
    sv: 'Varje att-sats säger vad som beslutas.',
    en: 'Every att-sats says what is decided.',
  },
  because: {
    sv: 'En tom att-sats räknas som ett beslut i beslutsloggen, men ingen kan göra något av det.',
    en: 'An empty att-sats counts as a decision in the log, but nobody can do anything with it.',
  },
  kinds: RECORDS,
  *check({ body }) {
    const lines: number[] = []
    for (const { form, text, line } of body.decisions) {
      if (form === 'att' && !SAYS_SOMETHING.test(text)) lines.push(line)
    }
    for (const { role, text, line } of body.prose) {
      if (role === 'text' && text.length < LONGEST && BARE.test(text)) lines.push(line)
    }
    for (const line of lines) {
      yield {
        at: { line },
        says: { sv: 'Efter `att` står inget beslut.', en: 'Nothing is decided after `att`.' },
        advice: {
          sv: 'Skriv vad som beslutades, eller ta bort raden.',
          en: 'Write what was decided, or take the line away.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Två att-satser, den andra tom', en: 'Two att-satser, the second one empty' },
      body: '## § 1 Rutinen\n\n### Demogruppen beslutar\n\n**att** anta rutinen\n\n**att** …\n',
      finds: ['**att** …'],
    },
    {
      shows: { sv: 'Bara ordet', en: 'Only the word' },
      body: '## § 1 Rutinen\n\n### Demogruppen beslutar\n\n**att**\n',
      finds: ['**att**'],
    },
    {
      shows: { sv: 'En kort att-sats', en: 'A short att-sats' },
      body: '## § 1 Rutinen\n\n### Demogruppen beslutar\n\n**att** avslå.\n',
      finds: [],
    },
  ],
}

/** Two letters or digits at least; dots and dashes wait for somebody to write. */
const SAYS_SOMETHING = /[\p{L}\p{N}]{2}/u
/** A bare `att` with its emphasis and what waits after it is shorter than this. */
const LONGEST = 60
const BARE = /^(?:\*\*|__)att(?:\*\*|__)?[\s.…:_*-]{0,40}$/i

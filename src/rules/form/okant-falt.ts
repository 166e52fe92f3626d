import type { Rule } from '../../model/rule.js'
import { nearest } from '../../model/text.js'

/** Front matter has only the fields that its kind knows. */
export const rule: Rule = {
  name: 'okant-falt',
  level: 'warning',
  registers: true,
  states: {
    sv: 'I dokumentets huvud står bara fält som dess slag har.',
    en: 'The front matter has only fields that its kind has.',
  },
  because: {
    sv: 'Ett felstavat fält läses inte av någon: uppgiften finns i filen men inte i någon rapport.',
    en: 'A misspelt field is read by nobody: the fact is in the file but in no report.',
  },
  *check(document, surroundings) {
    for (const { problem, field, allowed = [] } of surroundings.fieldFaults(document)) {
      if (problem !== 'unknown') continue
      const key = String(field.at(-1))
      const meant = nearest(key, allowed)
      // A key may be anything that somebody typed: only what looks like a field name is repeated.
      const shown =
        /^[\p{L}][\p{L}\p{N}_-]{0,40}$/u.test(key) && !/\d{6}/.test(key) ? `\`${key}\`` : undefined
      yield {
        at: { field, part: 'key' },
        says: {
          sv: shown === undefined ? 'Ett fält här är okänt.' : `Fältet ${shown} är okänt.`,
          en: shown === undefined ? 'A field here is unknown.' : `The field ${shown} is unknown.`,
        },
        advice:
          meant === undefined
            ? { sv: 'Ta bort det, eller flytta det till texten.', en: 'Take it out, or move it to the text.' }
            : { sv: `Menade du \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett felstavat fält', en: 'A misspelt field' },
      front: { sekreterere: 'Bo Berg' },
      finds: ['sekreterere: Bo Berg'],
    },
    {
      shows: { sv: 'Bara kända fält', en: 'Only known fields' },
      finds: [],
    },
  ],
}

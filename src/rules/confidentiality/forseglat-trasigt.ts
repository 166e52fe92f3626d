import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import { type SealFault, sealFault } from '../../model/sealed-block.js'

/** A sealed block is a whole age file: nothing stands in it in clear text. Archive format § 7; C2SP age.md. */
export const rule: Rule = {
  name: 'forseglat-trasigt',
  level: { draft: 'error', review: 'error', final: 'error' },
  exempt: 'never',
  states: {
    sv: 'Ett förseglat block (`age`) är en hel age-fil i textform och ingenting annat.',
    en: 'A sealed block (`age`) is a whole age file in text form and nothing else.',
  },
  because: {
    sv: 'Ett block som ser förseglat ut men inte är det visar barnets uppgifter för alla, och ett som har klippts av går aldrig att öppna igen.',
    en: 'A block that looks sealed and is not shows what it says of the child to everybody, and one that has been cut off can never be opened again.',
  },
  *check({ body }) {
    for (const { info, sealed = '', line } of body.code) {
      const fault = info === 'age' ? sealFault(sealed) : undefined
      if (fault !== undefined) yield { at: { line }, ...WORDS[fault] }
    }
  },
  examples: [
    {
      shows: { sv: 'Klartext i blocket', en: 'Clear text in the block' },
      typ: 'genomförandeplan',
      body: '```age\nbarn: B-g7h8\n```\n\n## Mål\n\nBarnet går till skolan.\n',
      finds: ['```age'],
    },
    {
      shows: { sv: 'Slutet har fallit bort', en: 'The end has fallen away' },
      typ: 'genomförandeplan',
      body: '```age\n-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCg==\n```\n\n## Mål\n\nBarnet går till skolan.\n',
      finds: ['```age'],
    },
    {
      shows: { sv: 'Innehållet är ingen age-fil', en: 'What it holds is no age file' },
      typ: 'genomförandeplan',
      body: '```age\n-----BEGIN AGE ENCRYPTED FILE-----\nZXhlbXBlbCwgaW5nZW4gYWdlLWZpbA==\n-----END AGE ENCRYPTED FILE-----\n```\n\n## Mål\n\nBarnet går till skolan.\n',
      finds: ['```age'],
    },
    {
      shows: { sv: 'Ett helt block', en: 'A whole block' },
      typ: 'genomförandeplan',
      body: '```age\n-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBBZEZxcXk0d2hlSXlGb3o3\nZFNJaFFnVFRJOWZMekFEK0tJZTlGWHRONkhRCnJKaHIxTGJKWEt0anNsK2Vua3ZE\nNklzZzVLZytjNk4wOG5VdVdZQ0s0SW8KLS0tIG9zWW1NY2hiZ1l0Sy8wVnVmVHRm\nVElSbHBXZDk1NXdFblJGRVE3bDZGdEUKzWO5ivy+Thub8Gzaw6SxG3LPRxG2FsIO\nHQdkqXv+tXXwhrI7u/1r6w6UnBcLX8oJ53tuXLf+0Hl1ahvqjnVPIpGJAMOzB05x\nP+jjW7syrAbP3mimxpx6bpGXg5P82acn\n-----END AGE ENCRYPTED FILE-----\n```\n\n## Mål\n\nBarnet går till skolan.\n',
      finds: [],
    },
  ],
}

const WORDS: Readonly<Record<SealFault, { readonly says: Said; readonly advice: Said }>> = {
  clear: {
    says: {
      sv: 'Blocket är inte förseglat: det står text i klartext i det.',
      en: 'The block is not sealed: it holds clear text.',
    },
    advice: {
      sv: 'Ta bort texten ur arkivet och försegla den med age först. Är den redan delad: säg till den som är personuppgiftsansvarig samma dag.',
      en: 'Take the text out of the archive and seal it with age first. If it has been shared already, tell the controller of personal data the same day.',
    },
  },
  cut: {
    says: {
      sv: 'Det förseglade blocket är inte helt: början, slutet eller rader i det saknas eller har brutits om.',
      en: 'The sealed block is not whole: its beginning, its end or lines of it are missing or have been re-wrapped.',
    },
    advice: {
      sv: 'Klistra in hela age-filen igen, från raden `-----BEGIN` till raden `-----END`, utan att ändra något.',
      en: 'Paste the whole age file again, from the line `-----BEGIN` to the line `-----END`, without changing anything.',
    },
  },
  'no-age': {
    says: {
      sv: 'Det som står i det förseglade blocket är ingen age-fil.',
      en: 'What stands in the sealed block is no age file.',
    },
    advice: {
      sv: 'Försegla uppgifterna igen med `age --armor`, och klistra in resultatet helt.',
      en: 'Seal it again with `age --armor`, and paste the whole result.',
    },
  },
}

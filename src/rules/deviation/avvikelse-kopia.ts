import { textOf } from '../../model/fields.js'
import { TOP } from '../../model/place.js'
import { copiesLeft } from '../../model/routing.js'
import type { Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'

/**
 * A copy of a reported deviation goes to every concerned party, and to those whom the routes of the archive name for its
 * operations: for a compulsory school its rektor and the för- och grundskolechef (Seed S3). What was only observed has no
 * report to copy.
 */
export const rule: Rule = {
  name: 'avvikelse-kopia',
  level: 'warning',
  states: {
    sv: 'Den som berörs av en avvikelse, och de chefer som arkivets inställningar anger, har fått en kopia.',
    en: 'Those concerned by a deviation, and the managers named by the settings of the archive, have had a copy.',
  },
  because: {
    sv: 'Den som inte har fått rapporten kan varken förklara vad som hände eller rätta till det.',
    en: 'Those who have not had the report can neither explain what happened nor put it right.',
  },
  kinds: ['avvikelse'],
  *check(document, surroundings) {
    if (document.status === 'observerad' || textOf(document.fields, 'ursprung') === 'observerad') return
    const left = copiesLeft(document, surroundings)
    if (left.length === 0) return
    const parties = left.some(({ isKnown }) => !isKnown)
      ? { sv: ['den berörda parten'], en: ['the concerned party'] }
      : { sv: [], en: [] }
    const known = left.filter(({ isKnown }) => isKnown)
    const named = (language: 'sv' | 'en') =>
      enumerated([
        ...parties[language],
        ...known.map(({ to, because, sort }) => (sort === 'role' ? `${to} (${because[language]})` : to)),
      ])[language]
    const write = known.map(({ to }) => `\`${to}\``)
    yield {
      at: 'kopia_till' in document.fields ? { field: ['kopia_till'], part: 'key' } : TOP,
      says: {
        sv: `Det framgår inte att en kopia har gått till ${named('sv')}.`,
        en: `Nothing shows that a copy has gone to ${named('en')}.`,
      },
      advice:
        write.length === 0
          ? {
              sv: 'Skicka en kopia och skriv parten i `kopia_till`, så som den står i `berör`.',
              en: 'Send a copy and write the party in `kopia_till`, as it stands in `berör`.',
            }
          : {
              sv: `Skicka en kopia och skriv ${enumerated(write).sv} i \`kopia_till\`; vem som ska ha kopior står under \`avvikelser\` i samverkan.yaml.`,
              en: `Send a copy and write ${enumerated(write).en} in \`kopia_till\`; who is to have copies stands under \`avvikelser\` in samverkan.yaml.`,
            },
    }
  },
  examples: [
    {
      shows: {
        sv: 'Den berörda parten har inte fått någon kopia',
        en: 'The concerned party has had no copy',
      },
      typ: 'avvikelse',
      front: { kopia_till: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Grundskola: skolchefen saknas', en: 'Compulsory school: its head is missing' },
      typ: 'avvikelse',
      front: { verksamhet: '[grundskola, bup]', kopia_till: '[Region Valland, rektor]' },
      finds: ['kopia_till:'],
    },
    {
      shows: {
        sv: 'Socialtjänsten: varken enheten eller dess chef har fått en kopia',
        en: 'Social services: neither the unit nor its head has had a copy',
      },
      typ: 'avvikelse',
      front: { verksamhet: '[skola, socialtjänst]', kopia_till: '[Region Valland]' },
      finds: ['kopia_till:'],
    },
    {
      shows: { sv: 'En part som inte är känd vid namn', en: 'A party that is not known by name' },
      typ: 'avvikelse',
      front: { berör: '[den andra kommunen]', kopia_till: '[Region Valland]' },
      finds: ['kopia_till:'],
    },
    {
      shows: { sv: 'Grundskola och gymnasieskola', en: 'Compulsory and upper secondary school' },
      typ: 'avvikelse',
      front: {
        verksamhet: '[grundskola, gymnasieskola]',
        kopia_till: '[Region Valland, "rektor, Ekmo grundskola", för- och grundskolechef, gymnasiechef]',
      },
      finds: [],
    },
    {
      shows: {
        sv: 'En enhet står för sin organisation, och dess chef får kopian',
        en: 'A unit stands for its organisation, and its head gets the copy',
      },
      typ: 'avvikelse',
      front: { verksamhet: '[skola, bup]', kopia_till: '[BUP]' },
      finds: [],
    },
    {
      shows: { sv: 'Arkivets egna vägar', en: 'Routes of the archive’s own' },
      typ: 'avvikelse',
      front: { verksamhet: '[grundskola, bup]', kopia_till: '[Region Valland]' },
      files: {
        'samverkan.yaml':
          'version: 1\nnamn: Demo\navvikelser: {kopior: {grundskola: [], bup: [enhetschef]}}\n',
      },
      finds: ['kopia_till:'],
    },
    {
      shows: {
        sv: 'En observerad avvikelse har ingen rapport att kopiera',
        en: 'An observed deviation has no report to copy',
      },
      typ: 'avvikelse',
      front: { status: 'observerad', ursprung: 'observerad', kopia_till: undefined },
      finds: [],
    },
  ],
}

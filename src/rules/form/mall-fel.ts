import type { Rule } from '../../model/rule.js'
import { saidTogether } from '../../model/said.js'

/** The archive's own kinds of document can be read. Archive format § 2: a kind is data. */
export const rule: Rule = {
  name: 'mall-fel',
  level: 'error',
  registers: true,
  unreadable: true,
  states: {
    sv: 'Arkivets egna slag av dokument i `.samverkan/templates` går att läsa.',
    en: "The archive's own kinds of document in `.samverkan/templates` can be read.",
  },
  because: {
    sv: 'Ett slag som inte går att läsa finns inte: dess dokument kontrolleras inte, och nya kan inte skapas.',
    en: 'A kind that cannot be read does not exist: its documents are not checked, and new ones cannot be made.',
  },
  *check({ faults }) {
    for (const { name, at, says = UNKNOWN } of faults) {
      if (name !== 'kind-broken') continue
      yield {
        at,
        says: saidTogether([
          { sv: 'Slaget går inte att använda:', en: 'The kind cannot be used:' },
          { sv: `${says.sv}.`, en: `${says.en}.` },
        ]),
        advice: {
          sv: 'Rätta `kind.yaml`; något av programmets egna slag kan vara förebild. Tas mappen bort gäller programmets eget slag, om det finns ett.',
          en: "Correct `kind.yaml`, with one of the program's own kinds as a model. Without the folder the program's own kind holds, if there is one.",
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett slag utan statusar', en: 'A kind without statuses' },
      files: { '.samverkan/templates/avtal/kind.yaml': 'typ: avtal\nkommando: avtal\nnamn: avtal\n' },
      finds: ['.samverkan/templates/avtal/kind.yaml: typ: avtal'],
    },
    {
      shows: { sv: 'Ett eget slag som går att läsa', en: 'An own kind that can be read' },
      files: {
        '.samverkan/templates/avtal/kind.yaml': [
          'typ: avtal',
          'kommando: avtal',
          'namn: avtal',
          'beskrivning: Avtal mellan parterna.',
          'id: AVT-<slug>',
          'plats: avtal/<slug>.md',
          'sekretess: öppen',
          'statusar: {utkast: {skede: utkast}}',
          'fält: {properties: {}}',
          '',
        ].join('\n'),
      },
      finds: [],
    },
  ],
}

const UNKNOWN = { sv: 'något i `kind.yaml` är fel', en: 'something in `kind.yaml` is wrong' }

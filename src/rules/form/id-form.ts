import { ID } from '../../model/address.js'
import type { Document } from '../../model/document.js'
import { textOf } from '../../model/fields.js'
import type { DocumentKind } from '../../model/kind.js'
import { dayOfMeeting } from '../../model/meeting.js'
import { nameFrom, prefixOf, readId } from '../../model/naming.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import { slugOf } from '../../model/text.js'

/** An id has the form of its kind and says the same group and day as the fields. Archive format § 2. */
export const rule: Rule = {
  name: 'id-form',
  level: 'error',
  states: {
    sv: 'Id har formen för sitt slag och säger samma grupp och dag som fälten.',
    en: 'The id has the form of its kind and says the same group and day as the fields.',
  },
  because: {
    sv: 'Andra dokument hänvisar till mötet med dess id: säger det fel dag eller grupp tror läsaren på id.',
    en: 'Other documents refer to the meeting by its id: if it says the wrong day or group, the reader believes the id.',
  },
  *check(document, surroundings) {
    const { id } = document
    const kind = surroundings.kindOf(document)
    if (id === undefined || kind === undefined) return
    const partNamed = readId(kind.idPattern, id)
    const at = { field: ['id'] }
    if (partNamed === undefined) {
      const wanted = wantedId(document, kind)
      // An id is quoted anywhere, but only what looks like one.
      const shown = ID.test(id) ? `Id \`${id}\`` : 'Id'
      yield {
        at,
        says: {
          sv: `${shown} har inte formen \`${kind.idPattern}\`, som ${kind.labels.sv} har.`,
          en: `${ID.test(id) ? `The id \`${id}\`` : 'The id'} has not the form \`${kind.idPattern}\` of ${kind.labels.en}.`,
        },
        advice: wanted === undefined ? formAdvice(kind) : write(wanted),
      }
      return
    }
    const group = textOf(document.fields, 'grupp')
    const groupInId = partNamed('grupp')
    if (groupInId !== undefined && group !== undefined && groupInId !== group.toLowerCase()) {
      yield {
        at,
        says: {
          sv: `Id säger gruppen \`${groupInId}\`, men fältet \`grupp\` säger en annan.`,
          en: `The id says the group \`${groupInId}\`, but the field \`grupp\` says another.`,
        },
        advice: either(wantedId(document, kind), 'grupp'),
      }
    }
    const dayInId = partNamed('datum')?.slice(0, 10)
    const day = dayInId === undefined ? undefined : dayOfMeeting(document)
    if (day !== undefined && dayInId !== day) {
      yield {
        at,
        says: {
          sv: `Id säger dagen ${dayInId}, men fältet \`datum\` säger en annan.`,
          en: `The id says the day ${dayInId}, but the field \`datum\` says another.`,
        },
        advice: either(wantedId(document, kind), 'datum'),
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett id för ett annat slag', en: 'The id of another kind' },
      front: { id: 'MA-demo-2024-05-23' },
      finds: ['id: MA-demo'],
    },
    {
      shows: { sv: 'En annan grupp i id', en: 'Another group in the id' },
      front: { id: 'PROT-lansgruppen-2024-05-23' },
      finds: ['id: PROT-lansgruppen'],
    },
    {
      shows: { sv: 'En annan dag i id', en: 'Another day in the id' },
      front: { id: 'PROT-demo-2024-05-22' },
      finds: ['id: PROT-demo-2024-05-22'],
    },
    {
      shows: { sv: 'Ett löpnummer där id är slumpat', en: 'A running number where the id is random' },
      typ: 'avvikelse',
      front: { id: 'AVV-2024-001' },
      finds: ['id: AVV-2024-001'],
    },
    {
      shows: { sv: 'Å, ä, ö och mellanslag i ett id', en: 'Å, ä, ö and spaces in an id' },
      typ: 'rutin',
      front: { id: 'RUT-Rutin för överlämning' },
      finds: ['id: RUT-Rutin'],
    },
    {
      shows: {
        sv: 'Andra mötet samma dag, och datum skrivet på sex siffror',
        en: 'The second meeting of a day, and a date of six digits',
      },
      front: { id: 'PROT-demo-2024-05-23-2', datum: '240523' },
      finds: [],
    },
    {
      shows: { sv: 'Stora och små bokstäver spelar ingen roll', en: 'Capitals do not matter' },
      typ: 'avvikelse',
      front: { id: 'AVV-2024-C3D4' },
      finds: [],
    },
  ],
}

/** The id that the fields of the document give; absent where a part of it is made by chance or not known. */
function wantedId(document: Document, { idPattern }: DocumentKind): string | undefined {
  const { fields } = document
  const group = textOf(fields, 'grupp')?.toLowerCase()
  const day = dayOfMeeting(document)
  const title = textOf(fields, 'namn') ?? textOf(fields, 'titel')
  return nameFrom(idPattern, {
    ...(group !== undefined && slugOf(group) === group && { grupp: group }),
    ...(day !== undefined && { datum: day }),
    ...(title !== undefined && fields['sekretess'] === 'öppen' && { slug: slugOf(title) }),
  })
}

const write = (id: string): Said => ({ sv: `Skriv \`id: ${id}\`.`, en: `Write \`id: ${id}\`.` })

const formAdvice = ({ idPattern, commandNames }: DocumentKind): Said => ({
  sv: `Ett id börjar med \`${prefixOf(idPattern)}\` och har bara a–z, siffror och bindestreck. \`samverkan new ${commandNames[0]}\` ger ett ledigt.`,
  en: `An id begins with \`${prefixOf(idPattern)}\` and has only a–z, digits and hyphens. \`samverkan new ${commandNames[0]}\` gives a free one.`,
})

const either = (wanted: string | undefined, field: string): Said => ({
  sv: `Rätta det som är fel: ${wanted === undefined ? 'id' : `\`id: ${wanted}\``}, eller fältet \`${field}\`. Hänvisar andra dokument hit ska de ändras också.`,
  en: `Correct what is wrong: ${wanted === undefined ? 'the id' : `\`id: ${wanted}\``}, or the field \`${field}\`. Documents that refer here are to be changed too.`,
})

import type { Archive } from '../../model/archive.js'
import { type Document, nameOf } from '../../model/document.js'
import { textOf } from '../../model/fields.js'
import { dayIn } from '../../model/meeting.js'
import type { Rule } from '../../model/rule.js'

/** What another document in force replaces is no longer in force itself, and what is `ersatt` has been replaced by something. */
export const rule: Rule = {
  name: 'ersatt-men-gallande',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'Ett dokument som har ersatts har status `ersatt`, och ett som är `ersatt` har ersatts av något.',
    en: 'A document that has been replaced has the status `ersatt`, and one that is `ersatt` has been replaced by something.',
  },
  because: {
    sv: 'Med två gällande versioner följer halva verksamheten den gamla.',
    en: 'With two versions in force, half the organisation follows the old one.',
  },
  *check(document, archive) {
    if (document.id === undefined || (document.status !== 'gällande' && document.status !== 'ersatt')) return
    const [newer] = replacementsOf(document, archive)
    if (document.status === 'gällande' && newer !== undefined) {
      const ends = endOf(document, archive)
      yield {
        at: { field: ['status'] },
        says: {
          sv: `\`${nameOf(newer)}\` ersätter det här dokumentet, som ändå har \`status: gällande\`.`,
          en: `\`${nameOf(newer)}\` replaces this document, which still has \`status: gällande\`.`,
        },
        advice: {
          sv: `Sätt \`status: ${ends}\`, eller ta bort \`ersätter\` i \`${nameOf(newer)}\`.`,
          en: `Set \`status: ${ends}\`, or take \`ersätter\` out of \`${nameOf(newer)}\`.`,
        },
      }
    }
    if (document.status === 'ersatt' && newer === undefined) {
      yield {
        at: { field: ['status'] },
        says: {
          sv: 'Dokumentet är `ersatt`, men inget dokument som gäller säger att det ersätter det.',
          en: 'The document is `ersatt`, but no document in force says that it replaces it.',
        },
        advice: {
          sv: `Skriv \`ersätter: [${document.id}]\` i det nya dokumentet, eller sätt \`status: upphörd\` om inget kom i stället.`,
          en: `Write \`ersätter: [${document.id}]\` in the new document, or set \`status: upphörd\` if nothing took its place.`,
        },
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'En ny rutin ersätter en som ännu gäller',
        en: 'A new routine replaces one that is still in force',
      },
      typ: 'rutin',
      files: { 'rutiner/ny.md': routine('gällande', 'gäller_från: 2024-06-01') },
      finds: ['status: gällande'],
    },
    {
      shows: { sv: 'Ersatt, men av vad?', en: 'Replaced, but by what?' },
      typ: 'rutin',
      front: { status: 'ersatt' },
      files: { 'rutiner/ny.md': routine('utkast', 'version: "2"') },
      finds: ['status: ersatt'],
    },
    {
      shows: { sv: 'Ersatt av en rutin som gäller', en: 'Replaced by a routine in force' },
      typ: 'rutin',
      front: { status: 'ersatt' },
      files: { 'rutiner/ny.md': routine('gällande', 'gäller_från: 2024-06-01') },
      finds: [],
    },
    {
      shows: { sv: 'Den nya är ett utkast', en: 'The new one is a draft' },
      typ: 'rutin',
      files: { 'rutiner/ny.md': routine('utkast', 'gäller_från: 2024-06-01') },
      finds: [],
    },
    {
      shows: { sv: 'Den nya börjar gälla senare', en: 'The new one comes into force later' },
      typ: 'rutin',
      files: { 'rutiner/ny.md': routine('gällande', 'gäller_från: 2024-08-01') },
      finds: [],
    },
  ],
}

/** The documents, past the draft and in force by today, that replace a whole document. */
const replacementsOf = (document: Document, archive: Archive): readonly Document[] =>
  archive
    .pointingAt(document.id ?? '')
    .filter(({ relation, part, from }) => relation === 'ersätter' && part === undefined && from !== document)
    .map(({ from }) => from)
    .filter(
      ({ stage, fields }) =>
        stage === 'final' && (dayIn(textOf(fields, 'gäller_från')) ?? '') <= archive.today,
    )

/** The status that a document of its kind takes when it is no longer in force. */
const endOf = (document: Document, archive: Archive): string => {
  const { statuses = [] } = archive.kindOf(document) ?? {}
  const next = statuses.find(({ name }) => name === 'gällande')?.next ?? []
  return next.includes('ersatt') ? 'ersatt' : (next[0] ?? 'ersatt')
}

function routine(status: string, more: string): string {
  return `---\nid: RUT-ny\ntyp: rutin\ntitel: Ny rutin\nstatus: ${status}\nsekretess: öppen\n${more}\nersätter: [RUT-overlamning]\n---\n\n# Ny rutin\n`
}

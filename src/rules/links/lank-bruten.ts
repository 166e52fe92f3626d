import { readAddress } from '../../model/address.js'
import type { Archive, Pointer } from '../../model/archive.js'
import { isBeforeArchive } from '../../model/before-archive.js'
import type { Link } from '../../model/body.js'
import type { Finding } from '../../model/diagnostic.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { textOf } from '../../model/fields.js'
import { linkTarget } from '../../model/link-target.js'
import { partIn, partsLike } from '../../model/lookup.js'
import { meetingOf } from '../../model/meeting.js'
import { nearestId } from '../../model/nearest-id.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import { nearest } from '../../model/text.js'

/**
 * What a document points at is there: ids and addresses in fields, attributes and text, groups, relative links and their
 * anchors. The web is never asked; `föregående` is left to `foregaende-saknas`, attachments to `bilaga-saknas`.
 */
export const rule: Rule = {
  name: 'lank-bruten',
  level: 'error',
  states: {
    sv: 'Det som ett dokument pekar på finns.',
    en: 'What a document points at is there.',
  },
  because: {
    sv: 'En länk som inte leder någonstans är sämre än ingen: läsaren tror att underlaget är borttaget, och räkningen i rapporterna blir fel.',
    en: 'A link that leads nowhere is worse than none: the reader believes that something was taken away, and the reports count wrong.',
  },
  *check(document, archive) {
    if (archive.pointersOf(document).length > 0) yield* brokenPointers(document, archive)
    for (const field of GROUPS) {
      if (document.fields[field] !== undefined) yield* unknownGroup(field, document, archive)
    }
    for (const link of document.body.links) yield* brokenLink(link, document, archive)
  },
  examples: [
    {
      shows: {
        sv: 'Ett id som inte finns, i ett fält, en rad under en rubrik och texten',
        en: 'An id that is not there, in a field, under a heading and in the text',
      },
      typ: 'mötesanteckningar',
      front: { länkar: '{grundas_på: [RUT-overlamnig]}' },
      body: '## § 1 Läget\n\n*Ärende: ARE-2024-a1b3*\n\nSe även AVV-2024-zzzz.\n',
      finds: ['RUT-overlamnig', 'ARE-2024-a1b3', 'AVV-2024-zzzz'],
    },
    {
      shows: {
        sv: 'En paragraf, ett beslut och ett uppdrag som inte finns i protokollet',
        en: 'A paragraph, a decision and an action that are not in the protocol',
      },
      typ: 'ärende',
      front: {
        länkar:
          '\n  behandlas_i:\n    - PROT-demo-2024-05-23 § 9\n    - PROT-demo-2024-05-23 § 4:2\n    - PROT-demo-2024-05-23 § 4 u7',
      },
      finds: ['§ 9', '§ 4:2', '§ 4 u7'],
    },
    {
      shows: {
        sv: 'En fil, en rubrik och en grupp som inte finns',
        en: 'A file, a heading and a group that are not there',
      },
      typ: 'mötesanteckningar',
      front: { grupp: 'demoo' },
      body: '## § 1 Läget\n\nSe [rutinen](../../../rutiner/overlamnin.md), [syftet](../../../rutiner/overlamning.md#syftet) och [ovan](#-2-läget).\n',
      finds: ['grupp: demoo', 'rutiner/overlamnin.md', 'rutiner/overlamnin.md', 'rutiner/overlamnin.md'],
    },
    {
      shows: { sv: 'Länkar som håller', en: 'Links that hold' },
      typ: 'mötesanteckningar',
      front: { länkar: '{grundas_på: [RUT-overlamning, rut-overlamning § 4]}' },
      body: '## § 1 Läget\n\n*Avvikelser: AVV-2024-c3d4*\n\nSe [arbetsgången](../../../rutiner/overlamning.md#arbetsgång), [bilden](/bilagor/presentation.txt), [mappen](../../../rutiner/), [läget](#-1-läget), [läget igen](#-1-läget-1) och [webben](https://exempel.se/finns-inte).\n\n## § 1 Läget\n\nPROT-demo-2024-03-21 § 2, `ARE-2024-exempel` och B-g7h8.\n',
      files: {
        'rutiner/overlamning.md':
          '---\nid: RUT-overlamning\ntyp: rutin\ntitel: Rutin\nstatus: gällande\n---\n\n# Rutin\n\n## 4. Arbetsgång\n\nText.\n\n## Arbetsgång\n\nText.\n',
      },
      finds: [],
    },
    {
      shows: {
        sv: 'Det som är äldre än arkivet är bara en anmärkning',
        en: 'What is older than the archive is only a note',
      },
      front: { föregående: 'PROT-demo-2024-04-01', länkar: '{följer_upp: [PROT-demo-2023-11-16 § 5]}' },
      finds: ['PROT-demo-2023-11-16'],
    },
  ],
}

/** How many broken ids of one document are given a suggestion. */
const MOST_SUGGESTIONS = 20

function* brokenPointers(document: Document, archive: Archive): Iterable<Finding> {
  let suggestions = 0
  const mentioned = new Set<string>()
  for (const pointer of archive.pointersOf(document)) {
    if (pointer.relation === 'föregående') continue
    const target = archive.byId(pointer.id)
    if (target !== undefined && pointer.part === undefined) continue
    const again = `${pointer.id} ${pointer.part}`
    if (pointer.relation === 'nämner' && mentioned.has(again)) continue
    mentioned.add(again)
    if (target !== undefined) {
      yield* brokenPart(pointer, target, document)
      continue
    }
    if (isBeforeArchive(pointer.id, archive.settings)) {
      yield {
        at: pointer.at,
        level: 'note',
        says: {
          sv: `\`${pointer.id}\` är äldre än arkivet och finns inte här.`,
          en: `\`${pointer.id}\` is older than the archive and is not here.`,
        },
        advice: {
          sv: 'Det är i sin ordning; lägg in dokumentet om det ska gå att läsa.',
          en: 'That is in order; put the document in if it is to be read here.',
        },
      }
      continue
    }
    yield {
      at: pointer.at,
      ...(pointer.relation === 'nämner' && { level: 'warning' }),
      says: { sv: `\`${pointer.id}\` finns inte i arkivet.`, en: `\`${pointer.id}\` is not in the archive.` },
      advice: meant(++suggestions > MOST_SUGGESTIONS ? undefined : nearestId(pointer.id, archive), RIGHT_ID),
    }
  }
}

function* brokenPart(pointer: Pointer, target: Document, document: Document): Iterable<Finding> {
  const part = pointer.part ?? ''
  const address = readAddress(`${pointer.id} ${part}`)
  if (target.unreadable || address === undefined || partIn(target, address) !== undefined) return
  if (address.section !== undefined && meetingOf(target).omitted.includes(address.section)) return
  const shown = partsLike(address, target)
    .filter(each => each.startsWith('§'))
    .slice(0, 12)
  const isSafe = address.heading === undefined || mayBeQuoted(document)
  yield {
    at: pointer.at,
    ...(pointer.relation === 'nämner' && { level: 'warning' }),
    says: isSafe
      ? { sv: `\`${part}\` finns inte i \`${pointer.id}\`.`, en: `\`${part}\` is not in \`${pointer.id}\`.` }
      : { sv: `Avsnittet finns inte i \`${pointer.id}\`.`, en: `The section is not in \`${pointer.id}\`.` },
    advice:
      shown.length === 0
        ? {
            sv: 'Dokumentet har inget sådant. Peka på hela dokumentet i stället.',
            en: 'The document has nothing of the kind. Point at the whole document instead.',
          }
        : { sv: `Där finns \`${shown.join('`, `')}\`.`, en: `It has \`${shown.join('`, `')}\`.` },
  }
}

/** Groups are named by slug in these fields. */
const GROUPS = ['grupp', 'överordnad', 'lyft_till'] as const

function* unknownGroup(field: string, { fields }: Document, archive: Archive): Iterable<Finding> {
  const slug = textOf(fields, field)
  if (slug === undefined || archive.group(slug) !== undefined) return
  const slugs = archive
    .ofKind('grupp')
    .flatMap(({ id }) => (id === undefined ? [] : [id.replace(/^GRP-/i, '').toLowerCase()]))
  yield {
    at: { field: [field] },
    level: 'warning',
    says: {
      sv: `Gruppen i \`${field}\` finns inte i arkivet.`,
      en: `The group in \`${field}\` is not in the archive.`,
    },
    advice: meant(nearest(slug, slugs), {
      sv: 'Skriv gruppens namn så som filen i `grupper/` heter, utan `.md`; eller lägg till filen.',
      en: 'Write the name of the group as its file in `grupper/` is called, without `.md`; or add the file.',
    }),
  }
}

function* brokenLink(link: Link, document: Document, archive: Archive): Iterable<Finding> {
  const { target, line } = link
  const found = linkTarget(link, document, archive)
  if (found.is === 'there') return
  const at = { line, mark: /^[!-~]+$/.test(target) && !target.includes('%') ? target : '](' }
  const isSafe = mayBeQuoted(document)
  const near = isSafe && 'near' in found ? found.near : undefined
  if (found.is === 'outside') {
    yield {
      at,
      level: 'warning',
      says: { sv: 'Länken leder ut ur arkivet.', en: 'The link leads out of the archive.' },
      advice: {
        sv: 'Lägg filen under `bilagor/` och länka dit.',
        en: 'Put the file under `bilagor/` and link there.',
      },
    }
  } else if (found.is === 'no file') {
    yield {
      at,
      says: isSafe
        ? { sv: `Filen \`${found.path}\` finns inte.`, en: `The file \`${found.path}\` is not there.` }
        : {
            sv: 'Filen som länken pekar på finns inte.',
            en: 'The file that the link points at is not there.',
          },
      advice: WEB.test(target)
        ? {
            sv: 'Är det en webbadress: skriv `https://` först.',
            en: 'If it is a web address: write `https://` first.',
          }
        : meant(near, {
            sv: 'Rätta sökvägen; den räknas från mappen där dokumentet ligger.',
            en: 'Correct the path; it is counted from the folder of the document.',
          }),
    }
  } else {
    yield {
      at,
      says: isSafe
        ? {
            sv: `Rubriken \`#${found.anchor}\` finns inte i \`${found.path}\`.`,
            en: `The heading \`#${found.anchor}\` is not in \`${found.path}\`.`,
          }
        : {
            sv: 'Rubriken som länken pekar på finns inte.',
            en: 'The heading that the link points at is not there.',
          },
      advice: meant(near === undefined ? undefined : `#${near}`, {
        sv: 'Skriv rubriken med små bokstäver och bindestreck för mellanslag, utan skiljetecken och `§`.',
        en: 'Write the heading in lower case with hyphens for spaces, without punctuation and `§`.',
      }),
    }
  }
}

const WEB = /^(?:www\.|[\w.-]+\.(?:se|com|org|nu|eu)(?:\/|$))/i

const RIGHT_ID: Said = {
  sv: 'Rätta id:t, eller lägg till dokumentet.',
  en: 'Correct the id, or add the document.',
}

const meant = (near: string | undefined, otherwise: Said): Said =>
  near === undefined ? otherwise : { sv: `Menade du \`${near}\`?`, en: `Did you mean \`${near}\`?` }

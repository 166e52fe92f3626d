import { readAddress } from '../../model/address.js'
import { recordBefore } from '../../model/chain.js'
import { readDay } from '../../model/day.js'
import { nameOf } from '../../model/document.js'
import { meetingOf } from '../../model/meeting.js'
import { TOP } from '../../model/place.js'
import { MEETINGS, RECORDS, type Rule } from '../../model/rule.js'

/** The chain of meetings holds: `föregående` names the record before this one, and the archive has it. */
export const rule: Rule = {
  name: 'foregaende-saknas',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'Dokumentet pekar ut gruppens föregående protokoll eller anteckningar (`föregående`), och de finns i arkivet.',
    en: "The document names the group's previous record (`föregående`), and the archive has it.",
  },
  because: {
    sv: 'Genom kedjan av möten ser man vad som var öppet och om det blev gjort; bryts den faller uppdrag bort.',
    en: 'The chain of meetings shows what was open and whether it was done; where it breaks, actions are lost.',
  },
  kinds: MEETINGS,
  *check(document, archive) {
    const { previous } = meetingOf(document)
    if (previous === undefined) {
      const earlier = isRecord(document.typ) ? recordBefore(document, archive) : undefined
      if (earlier === undefined) return
      const name = nameOf(earlier)
      yield {
        at: TOP,
        says: {
          sv: `Fältet \`föregående\` saknas, fast gruppen har ett tidigare möte: \`${name}\`.`,
          en: `The field \`föregående\` is missing, though the group has an earlier meeting: \`${name}\`.`,
        },
        advice: { sv: `Skriv \`föregående: ${name}\`.`, en: `Write \`föregående: ${name}\`.` },
      }
      return
    }
    const address = readAddress(previous)
    if (address === undefined || archive.byId(address.id) !== undefined) return
    const day = readDay(/\d{4}-\d{2}-\d{2}/.exec(address.id)?.[0])
    const { begins } = archive.settings
    const isBefore = day !== undefined && begins !== undefined && day < begins
    yield {
      at: { field: ['föregående'] },
      says: isBefore
        ? {
            sv: `\`${address.id}\` är från tiden före arkivet, som börjar ${begins}.`,
            en: `\`${address.id}\` is from before the archive, which begins ${begins}.`,
          }
        : { sv: `\`${address.id}\` finns inte i arkivet.`, en: `\`${address.id}\` is not in the archive.` },
      advice: isBefore
        ? { sv: 'Inget behöver göras.', en: 'Nothing needs to be done.' }
        : {
            sv: 'Lägg in dokumentet, eller rätta hänvisningen. Börjar arkivet senare: skriv `arkivet_börjar` i samverkan.yaml.',
            en: 'Add the document, or correct the reference. If the archive begins later, write `arkivet_börjar` in samverkan.yaml.',
          },
      ...(isBefore && { level: 'note' as const }),
    }
  },
  examples: [
    {
      shows: {
        sv: 'Det föregående protokollet finns inte i arkivet',
        en: 'The previous protocol is not in the archive',
      },
      front: { föregående: 'PROT-demo-2024-02-15' },
      finds: ['föregående: PROT-demo-2024-02-15'],
    },
    {
      shows: {
        sv: 'Ett protokoll från tiden före arkivet är bara en anmärkning',
        en: 'A protocol from before the archive is only a note',
      },
      front: { föregående: 'PROT-demo-2023-11-16' },
      finds: ['föregående: PROT-demo-2023-11-16'],
    },
    {
      shows: {
        sv: 'Gruppen har ett tidigare möte, men inget fält pekar dit',
        en: 'The group has an earlier meeting, but no field points at it',
      },
      front: { föregående: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Gruppens första möte i arkivet', en: "The group's first meeting in the archive" },
      typ: 'mötesanteckningar',
      finds: [],
    },
  ],
}

const isRecord = (typ: string | undefined): boolean => (RECORDS as readonly string[]).includes(typ ?? '')

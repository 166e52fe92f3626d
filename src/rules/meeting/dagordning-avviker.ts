import { type AgendaDifferences, compareAgenda, type Item, isFrame } from '../../model/agenda-comparison.js'
import { formalItemOf, itemsOf, shownItem, withSubsections } from '../../model/agenda-item.js'
import type { Archive } from '../../model/archive.js'
import { meetingNumberOf, sameDayAs } from '../../model/chain.js'
import type { Finding } from '../../model/diagnostic.js'
import { type Document, nameOf } from '../../model/document.js'
import { groupOf } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { asWritten, enumerated, type Said } from '../../model/said.js'
import { folded } from '../../model/text.js'

/**
 * The record has the items that its agenda has, with their numbers and titles. Seed S2: nine items, §§ 1–10.
 */
export const rule: Rule = {
  name: 'dagordning-avviker',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'Dokumentet tar upp det som står i dess ärendeförteckning och i kallelsen, med samma nummer och rubriker.',
    en: 'The document takes up what stands in its list of items and in the agenda, with the same numbers and titles.',
  },
  because: {
    sv: 'Den som läste dagordningen letar efter sitt ärende under det numret; skiljer de sig åt kan något ha fallit bort.',
    en: 'Whoever read the agenda looks for the matter under that number; if they differ, something may have been lost.',
  },
  kinds: RECORDS,
  *check(document, archive) {
    const list = listIn(document)
    const notice = noticeOf(document, archive)
    if (list.length === 0 && notice === undefined) return
    const held = itemsOf(document.body).map(({ number = '', title, line }): Held => ({ number, title, line }))
    if (held.length === 0) return
    const listed = compareAgenda(list, held, isFrame)
    let isSilent = true
    for (const finding of differences(document, listed, LIST, isNumberedByMeeting(document, archive))) {
      isSilent = false
      yield finding
    }
    if (!isSilent || notice === undefined || saysAgendaChanged(document)) return
    const planned = itemsOf(notice.body).map(({ number = '', title }): Planned => ({ number, title }))
    const compared = compareAgenda(planned, held, title => formalItemOf(title) !== undefined)
    yield* differences(document, compared, asWritten(nameOf(notice)), isNumberedByMeeting(document, archive))
  },
  examples: [
    {
      shows: {
        sv: 'Ett ärende har bytt rubrik, och numren glider',
        en: 'One item has another title, and the numbers drift',
      },
      body: '## Ärendeförteckning\n\n1. Öppnande\n2. Skolskjuts och fritids\n3. Läget\n4. Övrigt\n\n## § 1 Öppnande\n\nMötet öppnas.\n\n## § 2 Skolskjuts på landet\n\nBra.\n\n## § 4 Läget\n\nBra.\n\n## § 5 Övrigt\n\nInget.\n',
      finds: ['2. Skolskjuts och fritids', '3. Läget'],
    },
    {
      shows: {
        sv: 'Ett ärende i förteckningen har ingen paragraf',
        en: 'An item of the list has no paragraph',
      },
      body: '## Ärendeförteckning\n\n1. Öppnande\n2. Läget\n3. Skolskjuts\n\n## § 1 Öppnande\n\nMötet öppnas.\n\n## § 2 Läget\n\nBra.\n',
      finds: ['3. Skolskjuts'],
    },
    {
      shows: {
        sv: 'Kallelsens fjärde ärende saknas i protokollet',
        en: 'The fourth item of the agenda is missing from the protocol',
      },
      body: '## § 1 Mötets öppnande\n\nMötet öppnas.\n\n## § 2 Föregående protokoll\n\nGodkändes.\n\n## § 3 Uppföljning av avvikelser\n\nIngen.\n',
      finds: ['## § 3 Uppföljning av avvikelser'],
    },
    {
      shows: {
        sv: 'Datum i rubriken, en kortare rubrik och `Övriga frågor` är samma ärende',
        en: 'A date in the title, a shorter title and `Övriga frågor` are the same item',
      },
      body: '## Ärendeförteckning\n\n1. Föregående protokoll 2024-03-21\n2. Uppföljning av avvikelser i länet\n3. Överlämning mellan skolor\n4. Övrigt\n\n## § 1 Föregående protokoll\n\nGodkändes.\n\n## § 2 Uppföljning av avvikelser\n\nIngen.\n\n## § 3 Överlämning mellan skolor\n\nKlart.\n\n## § 4 Övriga frågor\n\nInga.\n',
      finds: [],
    },
    {
      shows: { sv: 'Mötet lade till ett ärende och sade det', en: 'The meeting added an item and said so' },
      body: '## § 1 Mötets öppnande\n\nMötet öppnas. Dagordningen godkänns med tillägg av skolskjuts.\n\n## § 2 Föregående protokoll\n\nGodkändes.\n\n## § 3 Uppföljning av avvikelser\n\nIngen.\n\n## § 4 Överlämning mellan skolor\n\nKlart.\n\n## § 5 Skolskjuts\n\nBra.\n',
      finds: [],
    },
    {
      shows: { sv: 'Protokollet följer kallelsen', en: 'The protocol follows the agenda' },
      finds: [],
    },
  ],
}

interface Planned extends Item {
  /** Where it stands in the judged document; absent when it stands in the notice. */
  readonly line?: number
}

interface Held extends Item {
  readonly line: number
}

const LIST: Said = { sv: 'ärendeförteckningen', en: 'the list of items' }

/** One finding for each way in which the two differ. */
function* differences(
  document: Document,
  { renamed, lost, added, renumbered }: AgendaDifferences<Planned, Held>,
  source: Said,
  numbersCount: boolean,
): Iterable<Finding> {
  const named = (items: readonly Item[]): Said =>
    enumerated(items.slice(0, 5).map(item => shownItem(document, item)))
  const numbers = (items: readonly Item[]): Said => enumerated(items.slice(0, 12).map(({ number }) => number))
  const [other] = renamed
  if (other !== undefined) {
    const before = named(renamed.map(({ planned }) => planned))
    const now = named(renamed.map(({ held }) => held))
    yield {
      at: { line: other.planned.line ?? other.held.line },
      says:
        before.sv === now.sv
          ? {
              sv: `Nummer ${before.sv} har en annan rubrik i texten än i ${source.sv}.`,
              en: `Number ${before.en} has another title in the text than in ${source.en}.`,
            }
          : {
              sv: `I ${source.sv} står ${before.sv}, men i texten ${now.sv}.`,
              en: `In ${source.en} it says ${before.en}, but in the text ${now.en}.`,
            },
      advice: {
        sv: 'Ge ärendet samma rubrik på båda ställena, eller ta upp det som föll bort.',
        en: 'Give the item the same title in both places, or take up what was left out.',
      },
    }
  }
  const [missing] = lost
  if (missing !== undefined) {
    const names = named(lost.map(({ planned }) => planned))
    yield {
      at: { line: missing.planned.line ?? missing.after?.line ?? 1 },
      says: {
        sv: `Det som i ${source.sv} heter ${names.sv} finns inte i texten.`,
        en: `What ${source.en} calls ${names.en} is not in the text.`,
      },
      advice: {
        sv: 'Lägg till ärendet och skriv vad som hände med det, om så bara att det utgick.',
        en: 'Add the item and write what became of it, if only that it was withdrawn.',
      },
    }
  }
  const [extra] = added
  if (extra !== undefined) {
    yield {
      at: { line: extra.line },
      says: {
        sv: `Texten tar upp ${named(added).sv}, som inte finns i ${source.sv}.`,
        en: `The text takes up ${named(added).en}, which is not in ${source.en}.`,
      },
      advice: {
        sv: 'Skriv i punkten om dagordningen att ärendet lades till, eller för in det i förteckningen.',
        en: 'Write under the item on the agenda that it was added, or put it in the list.',
      },
    }
  }
  const [shifted] = renumbered
  if (shifted === undefined || !numbersCount) return
  const before = numbers(renumbered.map(({ planned }) => planned))
  const now = numbers(renumbered.map(({ held }) => held))
  yield {
    at: { line: shifted.planned.line ?? shifted.held.line },
    says: {
      sv: `Nummer ${before.sv} i ${source.sv} är nummer ${now.sv} i texten.`,
      en: `Number ${before.en} in ${source.en} is number ${now.en} in the text.`,
    },
    advice: {
      sv: 'Rätta numren så att de är desamma på båda ställena.',
      en: 'Correct the numbers so that they agree.',
    },
  }
}

/** The items of the list that a protocol carries at its head. */
function listIn({ body }: Document): readonly Planned[] {
  const list = body.sections.find(({ number, title }) => number === undefined && LISTS.has(folded(title)))
  if (list === undefined) return []
  return body.prose
    .filter(({ section, depth, ordinal }) => section === list.index && depth === 1 && ordinal !== undefined)
    .map(({ ordinal, text, line }) => ({ number: String(ordinal), title: text, line }))
}

const LISTS: ReadonlySet<string> = new Set([
  'ärendeförteckning',
  'dagordning',
  'föredragningslista',
  'agenda',
  'ärendelista',
])

/** The notice of the same meeting: same group, day and, where there are two that day, number. */
const noticeOf = (document: Document, archive: Archive): Document | undefined =>
  sameDayAs(document, archive).find(
    other => other.typ === 'kallelse' && meetingNumberOf(other) === meetingNumberOf(document),
  )

/** Only a group that begins at 1 at every meeting has the same numbers on its agenda. */
function isNumberedByMeeting(document: Document, archive: Archive): boolean {
  const { group } = meetingOf(document)
  const home = group === undefined ? undefined : archive.group(group)
  return home === undefined || groupOf(home).series === 'möte'
}

/** True when the record says that items were added, moved or withdrawn. */
function saysAgendaChanged({ body }: Document): boolean {
  const places = body.sections
    .filter(({ title }) => ['agenda', 'opening'].includes(formalItemOf(title) ?? ''))
    .flatMap(section => withSubsections(body.sections, section).map(({ index }) => index))
  return body.prose.some(
    ({ section, text }) => section !== undefined && places.includes(section) && CHANGED.test(text),
  )
}

const CHANGED = /tillägg|lägg\w* till|lades till|ändr|komplett|utgår|utgick|stryk|strök|flytta|anmäl/i

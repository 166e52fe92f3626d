import { numberedAbove } from '../../model/agenda-item.js'
import type { Archive } from '../../model/archive.js'
import type { Section } from '../../model/body.js'
import { recordBefore } from '../../model/chain.js'
import { yearOf } from '../../model/day.js'
import type { Finding } from '../../model/diagnostic.js'
import { type Document, nameOf } from '../../model/document.js'
import { groupOf } from '../../model/group.js'
import { dayOfMeeting, meetingOf } from '../../model/meeting.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/**
 * Numbers rise through a document and, where the group numbers by the year, from one meeting to the next
 * (`paragrafserie`).
 */
export const rule: Rule = {
  name: 'paragraf-ordning',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'Numren stiger genom dokumentet, och från möte till möte i den grupp som numrerar per år.',
    en: 'The numbers rise through the document, and from meeting to meeting in a group that numbers by the year.',
  },
  because: {
    sv: 'Den som letar efter en paragraf bläddrar efter numret och hittar inte den som står på fel plats.',
    en: 'Whoever looks for a paragraph turns the pages by number and misses the one that stands out of place.',
  },
  kinds: RECORDS,
  *check(document, archive) {
    const { sections } = document.body
    let last: Section | undefined
    for (const section of sections) {
      if (section.number === undefined || isOwnSeries(section, sections)) continue
      if (last !== undefined && rank(section) < rank(last)) {
        yield {
          at: { line: section.line, mark: section.numberWritten ?? '' },
          says: {
            sv: `\`${nameFor(section)}\` står efter \`${nameFor(last)}\`.`,
            en: `\`${nameFor(section)}\` stands after \`${nameFor(last)}\`.`,
          },
          advice: {
            sv: 'Flytta avsnittet till sin plats, eller rätta numret.',
            en: 'Move the section to its place, or correct the number.',
          },
        }
      }
      last = section
    }
    yield* againstLastMeeting(document, archive)
  },
  examples: [
    {
      shows: { sv: '§ 3 står före § 2', en: '§ 3 stands before § 2' },
      body: '## § 1 Öppnande\n\nMötet öppnas.\n\n## § 3 Läget\n\nBra.\n\n## § 2 Planer\n\nInga.\n\n## § 4 Övrigt\n\nInget.\n',
      finds: ['## § 2 Planer'],
    },
    {
      shows: {
        sv: 'En underpunkt har en annan punkts nummer',
        en: 'A sub-item has the number of another item',
      },
      typ: 'mötesanteckningar',
      body: '## 1. Läget\n\nBra.\n\n## 2. Planer\n\n### 1 b. Skolan\n\nInga.\n',
      finds: ['### 1 b. Skolan'],
    },
    {
      shows: {
        sv: 'Gruppen numrerar per kalenderår, men mötet börjar om',
        en: 'The group numbers by the year, but the meeting begins anew',
      },
      files: {
        'grupper/demo.md':
          '---\nid: GRP-demo\ntyp: grupp\nstatus: utkast\nnamn: Demogruppen\nparagrafserie: kalenderår\n---\n',
      },
      finds: ['## § 1 Mötets öppnande'],
    },
    {
      shows: {
        sv: 'Löpande nummer med underpunkter, och ett avsnitt utan nummer sist',
        en: 'Running numbers with sub-items, and a section without number at the end',
      },
      typ: 'mötesanteckningar',
      body: '## 1. Läget\n\n### 1 a. Skolan\n\nBra.\n\n### 1 b. Vården\n\nBra.\n\n## 2. Övrigt\n\nInget.\n\n## Vårens möten\n\n3 april.\n',
      finds: [],
    },
    {
      shows: { sv: 'En lucka är ingen fel ordning', en: 'A gap is not a wrong order' },
      body: '## § 6 Läget\n\nBra.\n\n## § 8 Planer\n\nInga.\n\n## § 9 Övrigt\n\nInget.\n',
      finds: [],
    },
  ],
}

/** In a running series the first § comes after the last one of the meeting before. */
function* againstLastMeeting(document: Document, archive: Archive): Iterable<Finding> {
  const { group, day } = meetingOf(document)
  const home = group === undefined ? undefined : archive.group(group)
  if (home === undefined || day === undefined || groupOf(home).series === 'möte') return
  const earlier = recordBefore(document, archive)
  const earlierDay = earlier === undefined ? undefined : dayOfMeeting(earlier)
  if (earlier === undefined || earlierDay === undefined || earlier.typ !== document.typ) return
  const first = document.body.sections.find(({ number }) => number !== undefined)
  const last = earlier.body.sections.findLast(
    ({ number, parent }) => number !== undefined && parent === undefined,
  )
  if (first === undefined || last === undefined || rank(first) > rank(last)) return
  const isNewYear =
    groupOf(home).series === 'kalenderår' ? yearOf(earlierDay) !== yearOf(day) : first.number === '1'
  if (isNewYear) return
  yield {
    at: { line: first.line, mark: first.numberWritten ?? '' },
    says: {
      sv: `\`${nameFor(first)}\` är redan använt: ${nameOf(earlier)} slutar med \`${nameFor(last)}\`, och gruppen numrerar per år.`,
      en: `\`${nameFor(first)}\` is already used: ${nameOf(earlier)} ends with \`${nameFor(last)}\`, and the group numbers by the year.`,
    },
    advice: {
      sv: `Börja med § ${Math.floor(rank(last)) + 1}, eller ändra gruppens \`paragrafserie\` till \`möte\`.`,
      en: `Begin with § ${Math.floor(rank(last)) + 1}, or change the \`paragrafserie\` of the group to \`möte\`.`,
    },
  }
}

/** Plain numbers below a numbered heading begin anew and are judged by nobody here. */
const isOwnSeries = (section: Section, sections: readonly Section[]): boolean =>
  !section.isParagraph && /^\d+$/.test(section.number ?? '') && numberedAbove(sections, section) !== undefined

/** `4` comes before `4a`, that before `4b`, and that before `5`. */
const rank = ({ number = '' }: Section): number => {
  const letter = /[a-h]$/.exec(number)?.[0]
  return Number.parseInt(number, 10) + (letter === undefined ? 0 : (letter.charCodeAt(0) - 96) / 10)
}

const nameFor = ({ number = '', isParagraph }: Section): string => (isParagraph ? `§ ${number}` : number)

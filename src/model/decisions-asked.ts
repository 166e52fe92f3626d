import type { Archive } from './archive.js'
import { decisionsOf, isDecided, type LoggedDecision, mentionsWords } from './decision-log.js'
import type { Document } from './document.js'
import { groupOf, membersOn } from './group.js'
import { meetingOf } from './meeting.js'
import { organisationOf } from './parties-heard.js'
import { partyOf } from './party.js'
import { type RecordsAsked, recordsAsked, undatedNote } from './records-asked.js'
import type { Scope } from './report.js'
import type { Said } from './said.js'
import type { Sheet } from './sheet.js'
import { unreadIn } from './sources.js'
import { stretchBefore } from './stretch-before.js'
import type { Compared } from './tally.js'

/** The decisions that a question is about. */
export interface DecisionsAsked {
  readonly asked: RecordsAsked
  /** Everything that the log shows: decisions, and proposals and decisions without a mandate, which are not counted. */
  readonly logged: readonly LoggedDecision[]
  /** Those that count, beside those of the stretch before. */
  readonly compared: Compared<LoggedDecision>
  readonly notes: readonly Said[]
  readonly sources: Sheet['sources']
}

/** Picks the decisions of a group and a period, with the words asked for, of groups that the organisation asked about is a party of. */
export function decisionsAsked(archive: Archive, scope: Scope): DecisionsAsked {
  const { organisation } = scope
  const asked = recordsAsked(archive, scope)
  const isWanted = (document: Document) =>
    organisation === undefined || isPartyAt(organisation, document, archive.homeOf(document))
  const records = asked.records.filter(isWanted)
  const logged = records.flatMap(document => wantedOf(document, archive, scope))
  const before = asked.before?.filter(isWanted).flatMap(document => wantedOf(document, archive, scope))
  const period = stretchBefore(scope)
  return {
    asked: { ...asked, records },
    logged,
    compared: {
      items: logged.filter(isDecided),
      ...(period !== undefined && {
        before: { period, ...(before !== undefined && { items: before.filter(isDecided) }) },
      }),
    },
    notes: [
      ...undatedNote(asked),
      ...(organisation === undefined
        ? []
        : [
            {
              sv: `Beslut av grupper där ${organisation} hade en ledamot den dagen.`,
              en: `Decisions of groups in which ${organisation} had a member on that day.`,
            },
          ]),
    ],
    sources: {
      documents: records.length,
      unreadable: unreadIn(archive, 'protokoll', 'mötesanteckningar'),
    },
  }
}

/** The decisions of a document that are asked for. */
const wantedOf = (
  document: Document,
  archive: Archive,
  { text, standing }: Scope,
): readonly LoggedDecision[] =>
  decisionsOf(document, archive).filter(
    each =>
      (standing === undefined || each.standing === standing) &&
      (text === undefined || mentionsWords(each, text)),
  )

/** True when an organisation had a member in the group of a meeting, on its day. */
function isPartyAt(organisation: string, document: Document, archive: Archive): boolean {
  const { group: slug, day } = meetingOf(document)
  const home = slug === undefined ? undefined : archive.group(slug)
  if (home === undefined) return false
  const group = groupOf(home)
  return (day === undefined ? group.members : membersOn(group, day)).some(member => {
    const own = organisationOf(member, archive)
    return own !== undefined && partyOf(own, archive).name === organisation
  })
}

import type { Archive } from './archive.js'
import type { Document } from './document.js'
import { type Approval, type Meeting, meetingOf } from './meeting.js'
import { isSamePerson } from './people.js'

/** The names of those who are still to adjust a protocol: the adjusters, and the chair where the group is used to that. */
export function yetToAdjust(document: Document, archive: Archive): readonly string[] {
  const meeting = meetingOf(document)
  const expected = meeting.adjusters.map(({ name }) => name)
  if (meeting.chair !== undefined && chairAdjusts(document, archive)) expected.push(meeting.chair.name)
  return expected.filter(
    (name, index) =>
      approvalsBy(name, meeting, archive).length === 0 &&
      expected.findIndex(each => isSamePerson(archive, each, name)) === index,
  )
}

/** The lines of `justering` that somebody has written. */
export const approvalsBy = (name: string, { approvals }: Meeting, archive: Archive): readonly Approval[] =>
  approvals.filter(({ person }) => isSamePerson(archive, person, name))

/** The custom of a group: true when the chair adjusted the last protocol before this one that is adjusted. */
function chairAdjusts(document: Document, archive: Archive): boolean {
  const { group, day } = meetingOf(document)
  if (group === undefined || day === undefined) return false
  const last = archive
    .meetingsOf(group)
    .map(each => ({ status: each.status, meeting: meetingOf(each) }))
    .filter(({ status, meeting }) => status === 'justerat' && (meeting.day ?? day) < day)
    .at(-1)?.meeting
  return last?.chair !== undefined && approvalsBy(last.chair.name, last, archive).length > 0
}

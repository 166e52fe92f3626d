import { openArchive } from '../archive/open.js'
import { FORMATS } from '../formats/index.js'
import { type Assignment, isOpen, NAME_LEFT_OUT } from '../model/assignment.js'
import { assignmentSummary } from '../model/assignment-summary.js'
import { assignmentTable, byUrgency, OPEN_ACTIONS } from '../model/assignment-table.js'
import { assignmentsAsked } from '../model/assignments-asked.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import type { Day } from '../model/day.js'
import { daysAhead } from '../model/days-ahead.js'
import { asJson, deliver, sheetWriter } from '../model/output.js'
import { ownerAsked } from '../model/owner-asked.js'
import { type Said, saidTogether } from '../model/said.js'
import { timelessScope } from '../model/scope.js'
import type { Sheet } from '../model/sheet.js'

export const command: Command = {
  name: 'actions',
  aliases: ['uppdrag'],
  about: {
    sv: 'listar uppdragen från alla möten, det mest brådskande först',
    en: 'lists the actions of all meetings, the most urgent first',
  },
  arguments: [],
  options: [
    OPTIONS.archive,
    {
      name: 'open',
      about: { sv: 'de öppna (visas när inget väljs)', en: 'those open (shown when none is chosen)' },
    },
    { name: 'overdue', about: { sv: 'de försenade', en: 'those overdue' } },
    { name: 'done', about: { sv: 'de som är klara', en: 'those that are done' } },
    {
      name: 'owner',
      takes: { sv: 'NAMN', en: 'NAME' },
      values: 'people',
      about: {
        sv: 'bara en ansvarig: en person, en organisation eller en grupp',
        en: 'one owner only: a person, an organisation or a group',
      },
    },
    { ...OPTIONS.group, about: { sv: 'bara en grupps möten', en: 'the meetings of one group only' } },
    {
      name: 'due-within',
      takes: { sv: 'TID', en: 'TIME' },
      about: {
        sv: 'bara det som ska vara klart inom så lång tid, och det som är försenat: 30d, 2v, 3m',
        en: 'only what is due within so long, and what is overdue: 30d, 2w, 3m',
      },
    },
    OPTIONS.tableFormat,
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    { call: 'samverkan actions', does: { sv: 'allt som är öppet', en: 'all that is open' } },
    {
      call: 'samverkan actions --overdue --group lansgruppen',
      does: { sv: 'inför nästa möte', en: 'before the next meeting' },
    },
    {
      call: 'samverkan actions --owner "Karin Nyhage" --due-within 30d',
      does: { sv: 'vad en person har framför sig', en: 'what one person has ahead' },
    },
    {
      call: 'samverkan actions --open --done --format csv --out uppdrag.csv',
      does: { sv: 'alla uppdrag, till kalkylark', en: 'all actions, for a spreadsheet' },
    },
  ],
  async run(call, world) {
    const write = await sheetWriter(FORMATS, call, world)
    const { archive } = await openArchive(world, call.value('archive'))
    const scope = timelessScope(archive, call)
    const { all: given, sources } = assignmentsAsked(archive, scope)
    const written = call.value('owner')
    const owner = written === undefined ? undefined : ownerAsked(written, archive, given)
    const all = owner === undefined ? given : given.filter(each => owner.has(each))
    const within = call.value('due-within')
    const last = within === undefined ? undefined : daysAhead('due-within', within, archive.today)
    const shown = all.filter(each => isWanted(each, call) && (last === undefined || isDueBy(each, last)))
    const notes = unclearNote(shown, owner?.name)
    const sheet: Sheet = {
      report: 'actions',
      title: { sv: 'Uppdrag', en: 'Actions' },
      scope: saidTogether([scope.words, ...(owner === undefined ? [] : [only(owner.name)])]),
      scopeData: { ...scope.data, ...(owner !== undefined && { owner: owner.name }) },
      summary: assignmentSummary(all),
      tables: [
        {
          ...assignmentTable(shown, 'actions', titleOf(call, last)),
          ...(notes.length > 0 && { notes }),
        },
      ],
      sources,
    }
    const data = { schemaVersion: 1, scope: sheet.scopeData, actions: byUrgency(shown).map(asData) }
    if (call.value('format') === 'json') deliver(call, world, asJson(data))
    else await write(sheet)
    return 0
  },
}

const only = (name: string): Said => ({ sv: `Bara ${name}.`, en: `Only ${name}.` })

/** Several choices show all of them; none shows what is open. */
function isWanted(assignment: Assignment, call: Call): boolean {
  const [open, overdue, done] = [call.has('open'), call.has('overdue'), call.has('done')]
  return (
    (overdue && assignment.state === 'overdue') ||
    (done && assignment.state === 'done') ||
    ((open || (!overdue && !done)) && isOpen(assignment))
  )
}

const isDueBy = ({ dueDay }: Assignment, last: Day): boolean => dueDay !== undefined && dueDay <= last

/** What the table is called, by what was chosen. */
function titleOf(call: Call, last: Day | undefined): Said {
  const [open, overdue, done] = [call.has('open'), call.has('overdue'), call.has('done')]
  const { sv, en } = !done
    ? overdue && !open
      ? { sv: 'Försenade uppdrag', en: 'Overdue actions' }
      : OPEN_ACTIONS
    : open || overdue
      ? { sv: 'Uppdrag', en: 'Actions' }
      : { sv: 'Uppdrag som är klara', en: 'Actions that are done' }
  return last === undefined
    ? { sv, en }
    : { sv: `${sv} med datum till och med ${last}`, en: `${en} due on ${last} or before` }
}

/** Says that an action given to a first name may be somebody else's. */
function unclearNote(shown: readonly Assignment[], owner: string | undefined): readonly Said[] {
  if (owner === undefined || !shown.some(({ owners }) => owners.some(({ is }) => is === 'ambiguous')))
    return []
  return [
    {
      sv: 'Namn med snedstreck emellan: där står bara ett förnamn, som flera har.',
      en: 'Names with a slash between: only a first name stands there, which several have.',
    },
  ]
}

const asData = (assignment: Assignment) => {
  const isLeftOut = assignment.task === undefined
  return {
    address: assignment.address,
    group: assignment.group ?? null,
    day: assignment.day ?? null,
    owners: assignment.owners.filter(owner => !('name' in owner) || owner.name !== NAME_LEFT_OUT),
    task: assignment.task ?? null,
    due: assignment.due ?? null,
    dueDay: assignment.dueDay ?? null,
    daysLate: assignment.daysLate ?? null,
    state: assignment.state,
    doneOn: assignment.doneOn ?? null,
    isLeftOut,
    path: assignment.path,
    line: assignment.line,
  }
}

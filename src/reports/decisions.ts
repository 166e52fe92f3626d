import { decisionsOf, type LoggedDecision } from '../model/decision-log.js'
import { groupNames } from '../model/group-names.js'
import { type RecordsAsked, recordsAsked, undatedNote } from '../model/records-asked.js'
import { LEFT_OUT } from '../model/repeatable.js'
import type { Report } from '../model/report.js'
import type { Said } from '../model/said.js'
import type { Row } from '../model/sheet.js'
import { unreadIn } from '../model/sources.js'
import { stretchBefore } from '../model/stretch-before.js'
import { type Compared, tallied, tallyTable } from '../model/tally.js'
import { column, NOT_STATED } from '../model/worded-column.js'

/** The log of decisions (beslutslogg, as Närvård Södra Älvsborg keeps it). */
export const report: Report = {
  name: 'decisions',
  aliases: ['beslut'],
  asks: {
    sv: 'Vad har vi beslutat, och gäller det än?',
    en: 'What have we decided, and is it still in force?',
  },
  answer(archive, scope) {
    const asked = recordsAsked(archive, scope)
    const items = asked.records.flatMap(document => decisionsOf(document, archive))
    const before = asked.before?.flatMap(document => decisionsOf(document, archive))
    const period = stretchBefore(scope)
    const compared: Compared<LoggedDecision> = {
      items,
      ...(period !== undefined && { before: { period, ...(before !== undefined && { items: before }) } }),
    }
    const names = groupNames(archive)
    return {
      report: 'decisions',
      title: { sv: 'Beslutslogg', en: 'Log of decisions' },
      scope: scope.words,
      scopeData: scope.data,
      summary: summary(items, asked),
      tables: [
        tallyTable(
          compared,
          tallied(compared, ({ group }) => group),
          {
            name: 'groups',
            title: { sv: 'Beslut per grupp', en: 'Decisions by group' },
            columns: [column('group', 'text', 'Grupp', 'Group', { words: names, absent: NOT_STATED })],
            cells: ({ value }) => [value],
            idOf: ({ address }) => address,
            notes: undatedNote(asked),
          },
        ),
        {
          name: 'decisions',
          title: { sv: 'Besluten', en: 'The decisions' },
          columns: [
            column('address', 'id', 'Beslut', 'Decision'),
            column('text', 'text', 'Att', 'Text', { absent: LEFT_OUT }),
            column('date', 'date', 'Datum', 'Date'),
            column('group', 'text', 'Grupp', 'Group', { words: names }),
            column('matter', 'text', 'Ärende', 'Matter', { presence: 'optional' }),
            column('returns', 'text', 'Återkommer', 'Comes back', { presence: 'optional' }),
            column('followed_up', 'text', 'Uppföljt i', 'Followed up in', { presence: 'optional' }),
            column('state', 'text', 'Läge', 'State', { words: STATES }),
            column('replaced_by', 'text', 'Ersatt av', 'Replaced by', { presence: 'optional' }),
          ],
          rows: items.map(rowOf),
        },
      ],
      sources: {
        documents: asked.records.length,
        unreadable: unreadIn(archive, 'protokoll', 'mötesanteckningar'),
      },
    }
  },
}

const rowOf = ({
  address,
  text,
  day,
  group,
  matters,
  returns,
  followedUp,
  replacedBy,
}: LoggedDecision): Row => ({
  cells: [
    address,
    text,
    day,
    group,
    listed(matters),
    returns,
    listed(followedUp),
    replacedBy.length === 0 ? 'in-force' : 'replaced',
    listed(replacedBy),
  ],
  documents: [address],
})

function summary(items: readonly LoggedDecision[], { records }: RecordsAsked): readonly Said[] {
  const returning = items.filter(({ returns }) => returns !== undefined).length
  const forgotten = items.filter(({ isForgotten }) => isForgotten)
  const replaced = items.filter(({ replacedBy }) => replacedBy.length > 0).length
  return [
    {
      sv: `${items.length} beslut i ${records.length} anteckningar och protokoll.`,
      en: `${items.length} ${items.length === 1 ? 'decision' : 'decisions'} in ${records.length} minutes and protocols.`,
    },
    {
      sv: `${returning === 0 ? 'Inget' : returning} ska komma tillbaka och ${replaced === 0 ? 'inget' : replaced} har ersatts.`,
      en: `${returning === 0 ? 'None is' : `${returning} ${returning === 1 ? 'is' : 'are'}`} to come back and ${replaced === 0 ? 'none has' : `${replaced} ${replaced === 1 ? 'has' : 'have'}`} been replaced.`,
    },
    ...(forgotten.length === 0
      ? []
      : [
          {
            sv: `Skulle ha kommit tillbaka men nämns inte igen: ${forgotten.map(({ address }) => address).join(', ')}.`,
            en: `Were to come back but are not mentioned again: ${forgotten.map(({ address }) => address).join(', ')}.`,
          },
        ]),
  ]
}

const listed = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join(', ')

const STATES: ReadonlyMap<string, Said> = new Map([
  ['in-force', { sv: 'gäller', en: 'in force' }],
  ['replaced', { sv: 'ersatt', en: 'replaced' }],
])

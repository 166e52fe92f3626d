import { partedDecisions } from '../model/decision-dimensions.js'
import { isDecided, type LoggedDecision } from '../model/decision-log.js'
import { FOLLOW_UPS, STANDINGS } from '../model/decision-words.js'
import { decisionsAsked } from '../model/decisions-asked.js'
import { groupNames } from '../model/group-names.js'
import { publicGroups } from '../model/public-words.js'
import type { RecordsAsked } from '../model/records-asked.js'
import { LEFT_OUT } from '../model/repeatable.js'
import type { Report } from '../model/report.js'
import type { Said } from '../model/said.js'
import type { Row } from '../model/sheet.js'
import { decisionsInSteeringPack } from '../model/steering-decisions.js'
import { tallied, tallyTable } from '../model/tally.js'
import { column, NOT_STATED } from '../model/worded-column.js'

/** The log of decisions (beslutslogg, as Närvård Södra Älvsborg keeps it). */
export const report: Report = {
  name: 'decisions',
  aliases: ['beslut'],
  asks: {
    sv: 'Vad har vi beslutat, och gäller det än?',
    en: 'What have we decided, and is it still in force?',
  },
  narrowedBy: ['text', 'in-force', 'organisation'],
  parted: partedDecisions,
  inSteeringPack: decisionsInSteeringPack,
  answer(archive, scope) {
    const { asked, logged, compared, notes, sources } = decisionsAsked(archive, scope)
    const names = groupNames(archive)
    return {
      report: 'decisions',
      title: { sv: 'Beslutslogg', en: 'Log of decisions' },
      scope: scope.words,
      scopeData: scope.data,
      summary: summary(logged, asked),
      tables: [
        {
          ...tallyTable(
            compared,
            tallied(compared, ({ group }) => group),
            {
              name: 'groups',
              title: { sv: 'Beslut per grupp', en: 'Decisions by group' },
              columns: [
                column('group', 'text', 'Grupp', 'Group', {
                  words: names,
                  absent: NOT_STATED,
                  forPublic: publicGroups(archive),
                }),
              ],
              cells: ({ value }) => [value],
              idOf: ({ address }) => address,
              notes,
            },
          ),
          chart: { kind: 'bars', labels: 'group', figures: ['count'] },
        },
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
            column('follow_up', 'text', 'Uppföljning', 'Follow-up', {
              presence: 'optional',
              words: FOLLOW_UPS,
            }),
            column('followed_up', 'text', 'Uppföljt i', 'Followed up in', { presence: 'optional' }),
            column('state', 'text', 'Läge', 'State', { words: STANDINGS }),
            column('replaces', 'text', 'Ersätter', 'Replaces', { presence: 'optional' }),
            column('replaced_by', 'text', 'Ersatt av', 'Replaced by', { presence: 'optional' }),
          ],
          rows: logged.map(rowOf),
        },
      ],
      sources,
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
  followUp,
  followedUp,
  standing,
  replaces,
  replacedBy,
}: LoggedDecision): Row => ({
  cells: [
    address,
    text,
    day,
    group,
    listed(matters),
    returns,
    followUp,
    listed(followedUp),
    standing,
    listed(replaces),
    listed(replacedBy),
  ],
  documents: [address],
})

function summary(logged: readonly LoggedDecision[], { records }: RecordsAsked): readonly Said[] {
  const items = logged.filter(isDecided)
  const returning = items.filter(({ returns }) => returns !== undefined).length
  const forgotten = items.filter(({ followUp }) => followUp === 'forgotten')
  const replaced = items.filter(({ standing }) => standing === 'replaced').length
  const proposed = logged.filter(({ standing }) => standing === 'proposed').length
  const exceeding = logged.filter(({ standing }) => standing === 'no-mandate')
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
            sv: `Skulle ha kommit tillbaka men nämns inte igen: ${addresses(forgotten)}.`,
            en: `Were to come back but are not mentioned again: ${addresses(forgotten)}.`,
          },
        ]),
    ...(proposed === 0
      ? []
      : [
          {
            sv: `Därtill ${proposed} förslag eller ställningstagande${proposed === 1 ? '' : 'n'}, som inte räknas som beslut.`,
            en: `Besides, ${proposed} ${proposed === 1 ? 'proposal or statement of support, which is not counted as a decision' : 'proposals or statements of support, which are not counted as decisions'}.`,
          },
        ]),
    ...(exceeding.length === 0
      ? []
      : [
          {
            sv: `Räknas inte, för gruppen är beredande och får inte besluta: ${addresses(exceeding)}.`,
            en: `Not counted, because the group only prepares and may not decide: ${addresses(exceeding)}.`,
          },
        ]),
  ]
}

const addresses = (decisions: readonly LoggedDecision[]): string =>
  decisions.map(({ address }) => address).join(', ')

const listed = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join(', ')

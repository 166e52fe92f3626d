import { openArchive } from '../archive/open.js'
import { FORMATS } from '../formats/index.js'
import { type Command, OPTIONS } from '../model/command.js'
import { type Document, nameOf } from '../model/document.js'
import { found } from '../model/lookup.js'
import { sheetWriter } from '../model/output.js'
import { type PositionAbout, positionsAbout } from '../model/positions-about.js'
import type { Language } from '../model/said.js'
import type { Sheet, Table } from '../model/sheet.js'
import { headOf, type StoryEvent, spanOf, storyOf } from '../model/story.js'
import { column } from '../model/worded-column.js'

export const command: Command = {
  name: 'history',
  aliases: ['historia'],
  about: {
    sv: 'berättar vad som hänt med ett ärende, en avvikelse eller ett annat dokument, år för år och grupp för grupp',
    en: 'tells what has happened with a matter, a deviation or another document, over years and groups',
  },
  arguments: [
    {
      name: { sv: 'id', en: 'id' },
      about: { sv: 'ärendets eller dokumentets id', en: 'id of the matter or document' },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [OPTIONS.archive, OPTIONS.tableFormat, OPTIONS.out, OPTIONS.force],
  examples: [
    {
      call: 'samverkan history ARE-2024-zxkq',
      does: { sv: 'ett ärendes väg mellan grupperna', en: 'the way of a matter between the groups' },
    },
    {
      call: 'samverkan history AVV-2024-0vgr --format md',
      does: { sv: 'en avvikelses väg, att klistra in', en: 'the way of a deviation, to paste' },
    },
  ],
  async run(call, world) {
    const { archive } = await openArchive(world, call.value('archive'))
    const { document } = found(archive, call.words[0] ?? '')
    const write = await sheetWriter(FORMATS, call, world)
    const positions = positionsAbout(document, archive)
    await write(sheetOf(document, storyOf(document, archive), positions, world.language))
    return 0
  },
}

function sheetOf(
  document: Document,
  events: readonly StoryEvent[],
  positions: readonly PositionAbout[],
  language: Language,
): Sheet {
  const span = spanOf(events)
  const groups = new Set(events.flatMap(({ group }) => group ?? []))
  const status = document.status ?? '–'
  return {
    report: 'history',
    title: { sv: headOf(document), en: headOf(document) },
    scope: { sv: `Status: ${status}.`, en: `Status: ${status}.` },
    scopeData: { id: nameOf(document), status },
    summary:
      span === undefined
        ? []
        : [
            {
              sv: `${span} dagar från första till sista händelsen, i ${groups.size} ${groups.size === 1 ? 'grupp' : 'grupper'}.`,
              en: `${span} days from the first event to the last, in ${groups.size} ${groups.size === 1 ? 'group' : 'groups'}.`,
            },
          ],
    tables: [
      {
        name: 'events',
        title: { sv: 'Vad som har hänt', en: 'What has happened' },
        columns: [
          column('date', 'date', 'Dag', 'Day', { presence: 'optional' }),
          column('group', 'text', 'Grupp', 'Group', { presence: 'optional' }),
          column('event', 'text', 'Händelse', 'Event'),
          column('at', 'id', 'Var', 'Where'),
        ],
        rows: events.map(({ day, group, says, at }) => ({
          cells: [day, group, says[language], at],
          documents: [at],
        })),
      },
      ...(positions.length === 0 ? [] : [positionTable(positions)]),
    ],
    sources: { documents: new Set(events.map(({ at }) => at.split(' ')[0])).size, unreadable: [] },
  }
}

const positionTable = (positions: readonly PositionAbout[]): Table => ({
  name: 'positions',
  title: { sv: 'Var parterna står', en: 'Where the parties stand' },
  columns: [
    column('party', 'text', 'Part', 'Party'),
    column('date', 'date', 'Dag', 'Day'),
    column('position', 'text', 'Ståndpunkt', 'Position'),
    column('at', 'id', 'Var', 'Where'),
  ],
  rows: positions.map(({ party, day, text, at }) => ({ cells: [party, day, text, at], documents: [at] })),
})

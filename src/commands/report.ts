import { openArchive } from '../archive/open.js'
import { FORMATS } from '../formats/index.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import { UserError } from '../model/failure.js'
import { chosen, sheetWriter } from '../model/output.js'
import type { Report } from '../model/report.js'
import { scopeOfReport } from '../model/scope.js'
import { REPORTS } from '../reports/index.js'

export const command: Command = {
  name: 'report',
  aliases: ['rapport'],
  about: {
    sv: 'sammanställer avvikelser, beslut, uppdrag eller året',
    en: 'compiles deviations, decisions, actions or the year',
  },
  arguments: [
    {
      name: { sv: 'rapport', en: 'report' },
      about: {
        sv: 'vad som ska sammanställas',
        en: 'what is to be compiled',
      },
      presence: 'required',
      values: 'reports',
    },
  ],
  options: [
    OPTIONS.archive,
    OPTIONS.year,
    OPTIONS.from,
    OPTIONS.to,
    { ...OPTIONS.group, about: { sv: 'bara en grupp', en: 'one group only' } },
    {
      name: 'text',
      short: 't',
      takes: { sv: 'ORD', en: 'WORDS' },
      about: {
        sv: 'bara beslut med orden i sig eller i rubriken över (decisions)',
        en: 'only decisions with the words in them or in the heading above (decisions)',
      },
    },
    {
      name: 'in-force',
      about: { sv: 'bara beslut som gäller (decisions)', en: 'only decisions in force (decisions)' },
    },
    {
      name: 'list',
      short: 'l',
      about: { sv: 'visa dokumenten bakom varje siffra', en: 'show the documents behind every number' },
    },
    OPTIONS.tableFormat,
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    {
      call: 'samverkan report deviations --year 2024',
      does: { sv: 'till styrgruppen', en: 'for the steering group' },
    },
    {
      call: 'samverkan report deviations --from 2024-07 --to 2024-12 --list',
      does: { sv: 'ett halvår, med dokumenten', en: 'half a year, with the documents' },
    },
    {
      call: 'samverkan report decisions --group lansgruppen --format csv --out beslut.csv',
      does: { sv: 'beslutslogg till kalkylark', en: 'decision log for a spreadsheet' },
    },
    {
      call: 'samverkan report decisions --in-force --text skolfrånvaro',
      does: { sv: 'vad som gäller i en fråga', en: 'what is in force in a matter' },
    },
    {
      call: 'samverkan report actions',
      does: { sv: 'öppna och försenade uppdrag', en: 'open and overdue actions' },
    },
  ],
  async run(call, world) {
    const write = await sheetWriter(FORMATS, call, world)
    const report = await chosen(REPORTS, call.words[0] ?? '', { sv: 'Rapporten', en: 'report' }).load()
    refuseWhatOthersTake(report, call)
    const { archive } = await openArchive(world, call.value('archive'))
    await write(report.answer(archive, scopeOfReport(archive, call)))
    return 0
  },
}

/** @throws UserError for an option that narrows another report only. */
function refuseWhatOthersTake({ name, narrowedBy = [] }: Report, call: Call): void {
  const given = [
    ...(call.value('text') === undefined ? [] : ['text' as const]),
    ...(call.has('in-force') ? ['in-force' as const] : []),
  ]
  const other = given.find(option => !narrowedBy.includes(option))
  if (other === undefined) return
  throw new UserError(
    {
      sv: `\`--${other}\` går inte ihop med rapporten \`${name}\`.`,
      en: `\`--${other}\` does not go with the report \`${name}\`.`,
    },
    {
      sv: `Utelämna den, eller välj rapporten \`decisions\`.`,
      en: `Leave it out, or choose the report \`decisions\`.`,
    },
  )
}

import { openArchives } from '../archive/open-archives.js'
import { FORMATS } from '../formats/index.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import { dimensionsAsked } from '../model/counting.js'
import { UserError } from '../model/failure.js'
import { chosen, sheetWriter } from '../model/output.js'
import type { Parted, Report } from '../model/report.js'
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
    {
      ...OPTIONS.archive,
      repeated: true,
      about: {
        sv: 'arkivets katalog; flera räknas som ett (annars söks samverkan.yaml uppåt från där du står)',
        en: 'folder of the archive; several count as one (else samverkan.yaml is sought upwards from where you stand)',
      },
    },
    OPTIONS.year,
    OPTIONS.half,
    OPTIONS.from,
    OPTIONS.to,
    {
      name: 'compare',
      takes: { sv: 'ÅR', en: 'YEAR' },
      about: {
        sv: 'jämför med samma tid det året (annars året före)',
        en: 'compare with the same time of that year (else the year before)',
      },
    },
    {
      name: 'by',
      takes: { sv: 'SÄTT', en: 'WAY' },
      about: {
        sv: 'dela upp på ett eller två sätt: månad, kvartal, halvår, år, område, från …',
        en: 'part in one or two ways: month, quarter, half, year, area, from …',
      },
    },
    { ...OPTIONS.group, about: { sv: 'bara en grupp', en: 'one group only' } },
    {
      name: 'organisation',
      takes: { sv: 'NAMN', en: 'NAME' },
      about: {
        sv: 'bara det som rör en organisation',
        en: 'only what concerns one organisation',
      },
    },
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
    {
      name: 'excel',
      about: {
        sv: 'med --format csv: så att ett svenskt Excel öppnar den rätt',
        en: 'with --format csv: so that a Swedish Excel opens it rightly',
      },
    },
    OPTIONS.noCache,
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
    const write = await sheetWriter(FORMATS, call, world, {
      shows: call.has('list') ? 'documents' : 'figures',
      dialect: call.has('excel') ? 'excel' : undefined,
    })
    const report = await chosen(REPORTS, call.words[0] ?? '', { sv: 'Rapporten', en: 'report' }).load()
    refuseWhatOthersTake(report, call)
    const by = call.value('by')
    const parted = by === undefined ? undefined : partedOf(report)
    const names = by === undefined || parted === undefined ? [] : dimensionsAsked(parted, by)
    const archive = await openArchives(
      world,
      call.values('archive'),
      call.has('no-cache') ? 'never' : undefined,
    )
    const scope = scopeOfReport(archive, call)
    await write(parted?.answer(archive, scope, names) ?? report.answer(archive, scope))
    return 0
  },
}

/** @throws UserError for a report that cannot be parted. */
function partedOf({ name, parted }: Report): Parted {
  if (parted !== undefined) return parted
  throw new UserError(
    {
      sv: `\`--by\` går inte ihop med rapporten \`${name}\`.`,
      en: `\`--by\` does not go with the report \`${name}\`.`,
    },
    { sv: 'Utelämna den, eller välj en annan rapport.', en: 'Leave it out, or choose another report.' },
  )
}

/** @throws UserError for an option that narrows another report only. */
function refuseWhatOthersTake({ name, narrowedBy = [] }: Report, call: Call): void {
  const narrowing = ['text', 'organisation', 'in-force'] as const
  const given = narrowing.filter(option => call.value(option) !== undefined || call.has(option))
  const other = given.find(option => !narrowedBy.includes(option))
  if (other === undefined) return
  throw new UserError(
    {
      sv: `\`--${other}\` går inte ihop med rapporten \`${name}\`.`,
      en: `\`--${other}\` does not go with the report \`${name}\`.`,
    },
    {
      sv: 'Utelämna den, eller välj en annan rapport.',
      en: 'Leave it out, or choose another report.',
    },
  )
}

import { openArchives } from '../archive/open-archives.js'
import { FORMATS } from '../formats/index.js'
import { type Command, OPTIONS } from '../model/command.js'
import { dimensionsAsked } from '../model/counting.js'
import { chosen, sheetWriter } from '../model/output.js'
import { beforeMeetingAsked, partedAsked, publicAsked, refuseWhatOthersTake } from '../model/report-asked.js'
import { scopeOfReport } from '../model/scope.js'
import type { Sheet } from '../model/sheet.js'
import { REPORTS } from '../reports/index.js'

export const command: Command = {
  name: 'report',
  aliases: ['rapport'],
  about: {
    sv: 'sammanställer avvikelser, beslut, närvaro, planer med mera, eller allt till styrgruppen',
    en: 'compiles deviations, decisions, attendance, plans and more, or all for the steering group',
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
    {
      name: 'for-meeting',
      takes: { sv: 'GRUPP', en: 'GROUP' },
      values: 'groups',
      about: {
        sv: 'vad var och en ska ta med till gruppens nästa möte (deviations)',
        en: 'what each is to bring to the next meeting of the group (deviations)',
      },
    },
    {
      name: 'public',
      about: {
        sv: 'för offentligheten: bara antal, tal under 5 visas inte och går inte att räkna ut',
        en: 'for the public: counts only, numbers under 5 are not shown and cannot be computed',
      },
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
      call: 'samverkan report deviations --for-meeting lansgruppen --format md',
      does: { sv: 'listan före mötet, att klistra in', en: 'the list before the meeting, to paste' },
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
    {
      call: 'samverkan report steering --year 2024',
      does: { sv: 'årets underlag till styrgruppen', en: 'the year’s pack for the steering group' },
    },
  ],
  async run(call, world) {
    const write = await sheetWriter(FORMATS, call, world, {
      shows: call.has('list') ? 'documents' : 'figures',
      dialect: call.has('excel') ? 'excel' : undefined,
    })
    const report = await chosen(REPORTS, call.words[0] ?? '', { sv: 'Rapporten', en: 'report' }).load()
    refuseWhatOthersTake(report, call)
    const meeting = call.value('for-meeting')
    if (meeting !== undefined) {
      const list = beforeMeetingAsked(report, call)
      await write(list(await openArchives(world, call.values('archive')), meeting))
      return 0
    }
    const disclosed = call.has('public') ? publicAsked(report, call) : (sheet: Sheet) => sheet
    const by = call.value('by')
    const parted = by === undefined ? undefined : partedAsked(report)
    const names = by === undefined || parted === undefined ? [] : dimensionsAsked(parted, by)
    const reports =
      report.gathers === undefined ? [] : await Promise.all(REPORTS.map(async ({ load }) => load()))
    const archive = await openArchives(
      world,
      call.values('archive'),
      call.has('no-cache') ? 'never' : undefined,
    )
    const scope = scopeOfReport(archive, call)
    await write(disclosed(parted?.answer(archive, scope, names) ?? report.answer(archive, scope, reports)))
    return 0
  },
}

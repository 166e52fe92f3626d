import { openArchive } from '../archive/open.js'
import { FORMATS } from '../formats/index.js'
import { type Command, OPTIONS } from '../model/command.js'
import { chosen, sheetWriter } from '../model/output.js'
import { scopeOf } from '../model/scope.js'
import { REPORTS } from '../reports/index.js'

export const command: Command = {
  name: 'wheel',
  aliases: ['årshjul'],
  about: {
    sv: 'visar årshjulet: vad som ska hända, vad som har hänt och vad som saknas',
    en: 'shows the year of the groups: what should happen, what has happened and what is missing',
  },
  arguments: [],
  options: [
    OPTIONS.archive,
    { ...OPTIONS.year, about: { sv: 'årtal; annars det år som är nu', en: 'year; else the one it is now' } },
    OPTIONS.half,
    OPTIONS.from,
    OPTIONS.to,
    { ...OPTIONS.group, about: { sv: 'bara en grupp', en: 'one group only' } },
    OPTIONS.tableFormat,
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    {
      call: 'samverkan wheel --year 2025',
      does: { sv: 'alla grupper under 2025', en: 'all groups in 2025' },
    },
    {
      call: 'samverkan årshjul --group lansgruppen --format html --out arshjul.html',
      does: { sv: 'en grupp, som webbsida', en: 'one group, as a web page' },
    },
  ],
  async run(call, world) {
    const write = await sheetWriter(FORMATS, call, world)
    const report = await chosen(REPORTS, 'wheel', { sv: 'Rapporten', en: 'report' }).load()
    const { archive } = await openArchive(world, call.value('archive'))
    await write(report.answer(archive, scopeOf(archive, call)))
    return 0
  },
}

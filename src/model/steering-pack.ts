import type { Archive } from './archive.js'
import { yearOf } from './day.js'
import { groupNames } from './group-names.js'
import { yearPeriod } from './period.js'
import type { Report, Scope } from './report.js'
import { saidTogether } from './said.js'
import type { Sheet } from './sheet.js'
import { chapterOf, PROPOSALS, partOf, type Told } from './steering-chapter.js'
import { discretionOf } from './steering-discretion.js'
import { firstPageOf } from './steering-first-page.js'
import { stretchBefore } from './stretch-before.js'

/**
 * What the reports answer, put together for a steering group: a first page that answers what happened, what is late and
 * what there is to decide, and a chapter for each subject. Without a period it is about the year that it is.
 */
export function steeringPack(archive: Archive, asked: Scope, reports: readonly Report[]): Sheet {
  const scope = asked.period === undefined ? thisYear(archive, asked) : asked
  const discretion = discretionOf(archive)
  const told = reports
    .flatMap((report): readonly Told[] => {
      const part = partOf(report)
      return part === undefined ? [] : [{ report, part, answer: report.answer(archive, scope) }]
    })
    .toSorted((a, b) => a.part.place - b.part.place || (a.report.name < b.report.name ? -1 : 1))
  const lines = told.flatMap(({ part, answer }) => part.lines?.(answer, archive) ?? [])
  const first = firstPageOf(lines, stretchBefore(scope))
  return {
    report: 'steering',
    title: { sv: 'Till styrgruppen', en: 'For the steering group' },
    scope: scope.words,
    scopeData: scope.data,
    summary: first.summary.map(discretion.said),
    tables: first.tables.map(discretion.table),
    chapters: [...told.map(each => chapterOf(each, discretion)), PROPOSALS],
    sources: {
      documents: archive.documents.filter(({ unreadable }) => !unreadable).length,
      unreadable: [...new Set(told.flatMap(({ answer }) => answer.sources.unreadable))]
        .sort()
        .map(discretion.path),
    },
  }
}

function thisYear(archive: Archive, scope: Scope): Scope {
  const year = yearOf(archive.today)
  const [period, before] = [yearPeriod(year), yearPeriod(year - 1)]
  const name = scope.group === undefined ? undefined : groupNames(archive).get(scope.group)
  if (period === undefined || before === undefined) return scope
  return {
    ...scope,
    period,
    before,
    words: saidTogether([
      { sv: `Hela året ${year}.`, en: `The whole year ${year}.` },
      name === undefined
        ? { sv: 'Alla grupper.', en: 'All groups.' }
        : { sv: `${name.sv}.`, en: `${name.en}.` },
    ]),
    data: { ...scope.data, from: period.from, to: period.to },
  }
}

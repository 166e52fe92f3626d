import { excerpts } from '../archive/excerpts.js'
import { judgeInLanes } from '../archive/judge-in-lanes.js'
import { knownOfFindings } from '../archive/known-of-findings.js'
import { mendArchive } from '../archive/mend-archive.js'
import { openPremises, pathInArchive } from '../archive/open.js'
import { partToJudge } from '../archive/part-to-judge.js'
import { isAmong } from '../archive/stretches.js'
import { writeMended } from '../archive/write-mended.js'
import { FORMATS } from '../formats/index.js'
import { type Command, OPTIONS } from '../model/command.js'
import type { Level, Verdict } from '../model/diagnostic.js'
import { mayBeQuoted } from '../model/document.js'
import { type ExitCode, UserError } from '../model/failure.js'
import { addToJobSummary } from '../model/job-summary.js'
import { wrapped } from '../model/layout.js'
import { chosen, deliver } from '../model/output.js'
import { nearest } from '../model/text.js'
import { lanesAsked, mendingAsked, mostWarnings, partAsked } from '../model/validation-asked.js'

export const command: Command = {
  name: 'validate',
  aliases: ['granska'],
  about: {
    sv: 'granskar dokumenten och säger vad som är fel, var, och vad som ska stå där',
    en: 'judges the documents and says what is wrong, where, and what to write instead',
  },
  arguments: [
    {
      name: { sv: 'sökväg', en: 'path' },
      about: {
        sv: 'filer eller kataloger att granska; hela arkivet när ingen anges',
        en: 'files or folders to judge; the whole archive when none is named',
      },
      presence: 'repeated',
      values: 'files',
    },
  ],
  options: [
    OPTIONS.archive,
    OPTIONS.diagnosticFormat,
    {
      name: 'quiet',
      short: 'q',
      about: {
        sv: 'visa bara fel, inte varningar och anmärkningar',
        en: 'show errors only, no warnings or notes',
      },
    },
    {
      name: 'max-warnings',
      takes: { sv: 'ANTAL', en: 'COUNT' },
      about: {
        sv: 'fler varningar än så räknas som fel',
        en: 'more warnings than that count as an error',
      },
    },
    {
      name: 'fix',
      about: {
        sv: 'rätta det som säkert kan rättas, utan att ändra en tecken mer',
        en: 'mend what can safely be mended, and not one character more',
      },
    },
    {
      name: 'unsafe',
      about: {
        sv: 'med --fix eller --diff: också det som troligen är rätt, och som någon bör läsa',
        en: 'with --fix or --diff: also what is most likely right, and what somebody should read',
      },
    },
    {
      name: 'diff',
      about: {
        sv: 'visa vad --fix skulle ändra, skriv ingenting',
        en: 'show what --fix would change, write nothing',
      },
    },
    {
      name: 'changed',
      about: {
        sv: 'granska bara det som är ändrat sedan huvudgrenen, sparat i git eller inte',
        en: 'judge only what has changed since the default branch, saved in git or not',
      },
    },
    {
      name: 'base',
      takes: { sv: 'GREN', en: 'BRANCH' },
      about: {
        sv: 'gren eller version som --changed jämför med',
        en: 'branch or commit that --changed compares with',
      },
    },
    {
      name: 'staged',
      about: {
        sv: 'granska bara det som nästa `git commit` ändrar, så som det då sparas',
        en: 'judge only what the next `git commit` changes, as it will be saved',
      },
    },
    {
      name: 'jobs',
      short: 'j',
      takes: { sv: 'ANTAL', en: 'COUNT' },
      about: {
        sv: 'hur många processorer som får hjälpas åt (annars så många som lönar sig)',
        en: 'how many processors may share the work (else as many as pay)',
      },
    },
    OPTIONS.noCache,
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    { call: 'samverkan validate', does: { sv: 'granskar hela arkivet', en: 'judges the whole archive' } },
    {
      call: 'samverkan validate moten/lansgruppen/2024',
      does: { sv: 'granskar länsgruppens möten 2024', en: 'judges the meetings of one group and year' },
    },
    {
      call: 'samverkan validate --changed',
      does: {
        sv: 'granskar det som är ändrat sedan huvudgrenen',
        en: 'judges what has changed since the default branch',
      },
    },
    {
      call: 'samverkan validate --format github',
      does: { sv: 'ger anmärkningar i en pull request', en: 'gives annotations in a pull request' },
    },
  ],
  async run(call, world) {
    const writers = FORMATS.filter(({ writes }) => writes === 'diagnostics')
    const format = await chosen(writers, call.value('format') ?? 'text', {
      sv: 'Formatet',
      en: 'format',
    }).load()
    const lanes = lanesAsked(call.value('jobs'))
    const most = mostWarnings(call.value('max-warnings'))
    const asked = partAsked(call)
    const caching = call.has('no-cache') ? 'never' : undefined
    const { open, paths, says } = await partToJudge(asked, call.value('archive'), caching, world)
    const { top, textOf } = open
    const { files } = open.premises
    const named = call.words.map(word => {
      const path = pathInArchive(world, top, word)
      const isThere =
        path === '' ||
        (path !== undefined && [...files].some(file => file === path || file.startsWith(`${path}/`)))
      if (path === undefined || !isThere) throw notThere(word, files)
      return path
    })
    const { RULES } = await import('../rules/index.js')
    if (says !== undefined) world.remark(wrapped(says[world.language], world.columns).join('\n'))
    const judged = named.length === 0 ? paths : (paths?.filter(path => isAmong(named, path)) ?? named)
    // Other processors read from disk, which is not what is staged.
    const request = { open, rules: RULES, judged, lanes: asked.what === 'staged' ? 1 : lanes }
    let { archive, verdict } = await judgeInLanes(request, world)
    const mending = mendingAsked(call)
    if (mending !== undefined) {
      const mended = await mendArchive(open, archive, verdict.diagnostics, RULES, mending.daring)
      if (mending.writes === 'nothing') {
        const { unifiedDiff } = await import('../exchange/unified-diff.js')
        const files = mended.files.map(file => {
          const document = archive.byPath(file.path)
          return { ...file, isClosed: document === undefined || !mayBeQuoted(document) }
        })
        deliver(call, world, unifiedDiff(files, world.language))
        return exitCode(verdict, most)
      }
      writeMended(mended, open, world)
      const again = await openPremises(world, call.value('archive'), caching)
      const moved = new Map(mended.files.map(({ path, to = path }) => [path, to] as const))
      const now = judged?.map(path => moved.get(path) ?? path)
      ;({ archive, verdict } = await judgeInLanes({ ...request, open: again, judged: now }, world))
    }
    const diagnostics = call.has('quiet')
      ? verdict.diagnostics.filter(({ level }) => level === 'error')
      : verdict.diagnostics
    const write = format.diagnostics
    if (write === undefined) throw new Error(`${format.name} writes no diagnostics.`)
    const shown = {
      verdict,
      diagnostics,
      excerpt: excerpts(archive, textOf),
      ...knownOfFindings(archive, RULES, top, world),
    }
    const { language, columns, paint } = world
    deliver(call, world, write(shown, { language, columns, paint }))
    addToJobSummary(world, format.jobSummary?.(shown, { language, columns, paint }))
    return exitCode(verdict, most)
  },
}

/** 1 where there is an error, or more warnings than are allowed. */
function exitCode({ diagnostics }: Verdict, most: number): ExitCode {
  const count = (wanted: Level) => diagnostics.filter(({ level }) => level === wanted).length
  return count('error') > 0 || count('warning') > most ? 1 : 0
}

const notThere = (given: string, files: ReadonlySet<string>): UserError => {
  const meant = nearest(given, files)
  return new UserError(
    { sv: `\`${given}\` finns inte i arkivet.`, en: `\`${given}\` is not in the archive.` },
    meant === undefined
      ? { sv: 'Kontrollera sökvägen.', en: 'Check the path.' }
      : { sv: `Menade du \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
  )
}

import { diagnosed, LEVEL_WORDS } from './diagnosed.js'
import type { Level, Levels } from './diagnostic.js'
import type { Explanation, NumberedLine, ShownExample } from './explanation.js'
import type { Surface } from './format.js'
import { columnsOf, wrapped } from './layout.js'
import { levelsOf } from './rule-levels.js'
import { enumerated, type Said } from './said.js'

/** An explanation for a person at a terminal. */
export function explanationText(explanation: Explanation, surface: Surface): string {
  const { language, columns, paint } = surface
  const { rule, bad, good } = explanation
  const { name, states, because } = rule
  const paragraph = (text: Said) => wrapped(text[language], columns - 2).map(line => `  ${line}`)
  const chapter = (title: Said, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paint.strong(title[language]), ...lines]
  return `${[
    `${paint.strong(name)}  ${paint.faint(levelsSaid(levelsOf(rule))[language])}`,
    ...paragraph(states),
    ...chapter({ sv: 'Varför', en: 'Why' }, paragraph(because)),
    ...chapter({ sv: 'Gäller', en: 'Holds for' }, paragraph(forWhat(explanation))),
    ...chapter(titled({ sv: 'Så är det fel', en: 'Wrong' }, bad), badLines(bad, surface)),
    ...chapter(titled({ sv: 'Så är det rätt', en: 'Right' }, good), numbered(good?.lines ?? [], columns)),
    ...chapter({ sv: 'Två vägar ut', en: 'Two ways out' }, waysOut(explanation, surface)),
  ].join('\n')}\n`
}

const titled = (title: Said, example: ShownExample | undefined): Said => ({
  sv: example === undefined ? title.sv : `${title.sv}: ${example.shows.sv}`,
  en: example === undefined ? title.en : `${title.en}: ${example.shows.en}`,
})

function badLines(bad: ShownExample | undefined, surface: Surface): readonly string[] {
  const [finding] = bad?.findings ?? []
  if (bad === undefined || finding === undefined) return []
  const shown = diagnosed(
    finding,
    bad.lines.map(({ text }) => text),
    { ...surface, columns: surface.columns - 2 },
  )
  return shown
    .trimEnd()
    .split('\n')
    .map(line => `  ${line}`)
}

function numbered(lines: readonly NumberedLine[], columns: number): readonly string[] {
  const width = String(lines.at(-1)?.line ?? '').length
  const room = columns - width - 5
  return lines.map(({ line, text }) => {
    const cut = columnsOf(text) > room ? `${text.slice(0, room - 1)}…` : text
    return `  ${String(line).padStart(width)} │ ${cut}`
  })
}

/** "fel (varning i ett utkast)". */
function levelsSaid({ draft, review, final }: Levels): Said {
  const main = final ?? review
  const others = [
    draft !== main && { at: draft, sv: 'i ett utkast', en: 'in a draft' },
    review !== main && { at: review, sv: 'medan det bereds', en: 'under review' },
  ].filter(each => each !== false)
  const word = (level: Level | undefined): Said =>
    level === undefined ? { sv: 'tyst', en: 'silent' } : LEVEL_WORDS[level]
  const aside = (language: 'sv' | 'en') =>
    others.length === 0
      ? ''
      : ` (${others.map(each => `${word(each.at)[language]} ${each[language]}`).join(', ')})`
  return { sv: word(main).sv + aside('sv'), en: word(main).en + aside('en') }
}

function forWhat({ rule: { kinds, name }, set }: Explanation): Said {
  const typs = enumerated((kinds ?? []).map(kind => `\`${kind}\``))
  const which: Said =
    kinds === undefined ? { sv: 'Alla slags dokument.', en: 'All kinds of documents.' } : typs
  const end = kinds === undefined ? '' : '.'
  if (set === undefined) return { sv: which.sv + end, en: which.en + end }
  const level =
    set === 'off'
      ? { sv: 'av', en: 'av (off)' }
      : { sv: LEVEL_WORDS[set].sv, en: `${LEVEL_WORDS[set].sv} (${LEVEL_WORDS[set].en})` }
  return {
    sv: `${which.sv}${end} Ert arkiv har satt den till \`${level.sv}\` i \`samverkan.yaml\`.`,
    en: `${which.en}${end} Your archive has set \`${name}: ${level.sv}\` in \`samverkan.yaml\`.`,
  }
}

function waysOut({ rule, exemption, mends }: Explanation, { language, columns }: Surface): readonly string[] {
  const item = (mark: string, text: Said) =>
    wrapped(text[language], columns - 5).map((line, index) => `  ${index === 0 ? mark : '  '} ${line}`)
  const mended = item('1.', MENDS[mends])
  if (exemption === 'never') return [...mended, ...item('2.', NEVER)]
  const level = ['       regler:', `         ${rule.name}: anmärkning`]
  if (exemption === 'unreadable') return [...mended, ...item('2.', NO_ROOM), ...level]
  const reason = language === 'sv' ? 'skälet' : 'the reason'
  return [
    ...mended,
    ...item('2.', WITH_REASON),
    `       <!-- samverkan-undantag ${rule.name}: ${reason} -->`,
    ...item('  ', FOR_ALL),
    ...level,
  ]
}

const MENDS: Readonly<Record<Explanation['mends'], Said>> = {
  nothing: {
    sv: 'Rätta texten som pilen säger. Det kan bara ni göra; `--fix` rör den inte.',
    en: 'Mend the text as the arrow says. Only you can do that; `--fix` does not touch it.',
  },
  safe: {
    sv: 'Rätta texten som pilen säger, eller låt `samverkan validate --fix` göra det.',
    en: 'Mend the text as the arrow says, or let `samverkan validate --fix` do it.',
  },
  unsafe: {
    sv: 'Rätta texten som pilen säger. `samverkan validate --diff --unsafe` visar vad som troligen menas, och `--fix --unsafe` skriver det; läs det efteråt.',
    en: 'Mend the text as the arrow says. `samverkan validate --diff --unsafe` shows what was most likely meant, and `--fix --unsafe` writes it; read it afterwards.',
  },
}

const NEVER: Said = {
  sv: 'Något undantag finns inte: det här får aldrig stå så.',
  en: 'There is no exemption: this may never stand so.',
}

const WITH_REASON: Said = {
  sv: 'Är det rätt som det står: skriv varför, i avsnittet (eller överst, för hela dokumentet):',
  en: 'If it is right as it stands, say why, in the section (or at the top, for the whole document):',
}

const NO_ROOM: Said = {
  sv: 'I en fil som inte går att använda finns ingen plats för ett undantag. Ska regeln vara mildare i hela arkivet, sätt dess nivå i `samverkan.yaml`:',
  en: 'A file that cannot be used has no room for an exemption. If the rule is to be gentler in the whole archive, set its level in `samverkan.yaml`:',
}

const FOR_ALL: Said = {
  sv: 'Ska den vara mildare i hela arkivet: sätt `anmärkning` eller `av` i `samverkan.yaml`:',
  en: 'If it is to be gentler in the whole archive, set `anmärkning` (note) or `av` (off) in `samverkan.yaml`:',
}

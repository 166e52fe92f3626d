import { headingKey } from './import-table.js'
import { nearest } from './text.js'

/** How a cell is read. */
export type CellForm =
  | 'day'
  | 'choice'
  | 'choices'
  | 'party'
  | 'parties'
  | 'person'
  | 'group'
  | 'severity'
  | 'child'
  | 'text'
  | 'section'
  | 'measure'
  | 'number in the list'
  | 'left out'
  | 'never'

/** What a column of a list can become in a deviation. */
export interface Target {
  /** As `--map` and samverkan.yaml write it: a field, a heading of the body in small letters, or `-`. */
  readonly name: string
  readonly form: CellForm
  /** Headings that lists are known to use for it, comparable. */
  readonly headings: readonly string[]
}

/** The column is not read. */
const LEFT_OUT: Target = { name: '-', form: 'left out', headings: [] }

const target = (form: CellForm, name: string, ...headings: readonly string[]): Target => ({
  name,
  form,
  headings,
})

/** Everything that a column can become, in the order of the document. */
export const TARGETS: readonly Target[] = [
  target(
    'number in the list',
    'listnummer',
    'nr',
    'nummer',
    'löpnr',
    'löpnummer',
    'id',
    'avvikelse nr',
    'ärendenr',
    'ärendenummer',
  ),
  target('text', 'titel', 'rubrik', 'benämning', 'ärende', 'kort rubrik'),
  target('choice', 'status', 'läge', 'steg'),
  target('choice', 'ursprung', 'inkommen/observerad', 'inkommen eller observerad'),
  target(
    'day',
    'händelsedatum',
    'datum för händelsen',
    'händelsens datum',
    'händelsedag',
    'datum',
    'inträffade',
    'när',
  ),
  target(
    'day',
    'rapporterad',
    'rapportdatum',
    'rapporteringsdatum',
    'datum för rapport',
    'inrapporterad',
    'anmäld',
    'anmälningsdatum',
  ),
  target(
    'day',
    'mottagen',
    'inkom',
    'inkommen',
    'inkom datum',
    'ankomstdatum',
    'mottagningsdatum',
    'datum inkommen',
  ),
  target(
    'day',
    'chefskontakt',
    'kontakt mellan chefer',
    'kontakt mellan cheferna',
    'chefer har haft kontakt',
    'kontakt chefer',
  ),
  target('day', 'analyserad', 'datum för analys', 'analysdatum'),
  target('day', 'beslutad', 'beslutsdatum', 'datum för beslut'),
  target('day', 'återkopplad', 'återkoppling', 'svar', 'svarsdatum', 'svarat', 'återkopplat'),
  target('day', 'uppföljd', 'uppföljt', 'uppföljningsdatum', 'datum för uppföljning'),
  target('day', 'avslutad', 'avslutat', 'avslutsdatum', 'klar datum'),
  target('choice', 'typ_av_avvikelse', 'typ av avvikelse', 'typ', 'avvikelsetyp'),
  target('choice', 'område', 'kategori', 'ämne', 'ämnesområde', 'rör', 'avser'),
  target('choices', 'bidragande', 'bidragande orsak', 'bidragande orsaker', 'orsak', 'orsaker'),
  target('choices', 'verksamhet', 'verksamheter', 'berörda verksamheter'),
  target('severity', 'allvarlighet', 'allvarlighetsgrad', 'allvar'),
  target('person', 'rapportör', 'rapporterad av', 'rapporterat av', 'anmälare', 'uppgiftslämnare'),
  target('day', 'rapportör_underskrift', 'rapportörens underskrift', 'underskrift rapportör'),
  target('person', 'chef', 'närmaste chef', 'ansvarig chef'),
  target(
    'party',
    'från',
    'från part',
    'från verksamhet',
    'rapporterande part',
    'rapporterande verksamhet',
    'avsändare',
    'rapporterande organisation',
    'kommun',
  ),
  target(
    'parties',
    'berör',
    'till',
    'mot part',
    'berörd part',
    'berörda parter',
    'berörd verksamhet',
    'mottagare',
    'gäller part',
    'motpart',
  ),
  target('group', 'grupp', 'samverkansgrupp', 'hanteras av'),
  target('choice', 'löses', 'löst', 'nivå', 'löst på nivå'),
  target('child', 'barn', 'beteckning', 'pseudonym'),
  target('text', 'diarienummer', 'dnr', 'diarienr'),
  target(
    'section',
    'beskrivning',
    'händelse',
    'kort beskrivning',
    'vad har hänt',
    'vad hände',
    'beskrivning av händelsen',
    'anledning',
    'avvikelse',
  ),
  target(
    'section',
    'konsekvenser för barnet/den unge',
    'konsekvenser för barnet',
    'konsekvens för barnet',
    'konsekvenser',
    'konsekvens',
  ),
  target(
    'section',
    'konsekvenser för verksamheterna',
    'konsekvenser för verksamheten',
    'konsekvens för verksamheten',
  ),
  target(
    'section',
    'förslag till åtgärder',
    'förslag',
    'åtgärdsförslag',
    'förslag till åtgärd',
    'förslag på åtgärd',
    'förslag på åtgärder',
    'förslag till förbättring',
  ),
  target('section', 'analys', 'orsaksanalys'),
  target('measure', 'åtgärder', 'åtgärd', 'beslutad åtgärd', 'beslutade åtgärder', 'beslut'),
  target('measure', 'åtgärder.ansvarig', 'ansvarig', 'ansvarig för åtgärd', 'åtgärdsansvarig'),
  target('measure', 'åtgärder.senast', 'senast', 'klart senast', 'ska vara klar', 'slutdatum'),
  target('measure', 'åtgärder.klar', 'klar', 'åtgärdad', 'åtgärd klar', 'genomförd'),
  target('section', 'uppföljning', 'resultat', 'utfall'),
  LEFT_OUT,
]

/** Headings of columns that say who a child or a guardian is: no such column is ever read. */
const NEVER: Target = { name: '', form: 'never', headings: [] }
const NAMES_A_CHILD =
  /person(?:nummer|nr)|\bpnr\b|födelse|klient|patient|vårdnadshavare|förälder|föräldrar|\b(?:barnets|elevens|ungdomens|den unges)\s+(?:namn|adress|telefon)|\b(?:namn på|elevnamn|barn(?:et)?namn)\b|^(?:elev|elever|barnets namn|namn|adress|telefon|mobil|e-?post)$/u

/** What a heading means without a doubt; absent when it is not known. */
export function targetOf(heading: string): Target | undefined {
  const key = headingKey(heading)
  if (key === '') return undefined
  const found = TARGETS.find(({ name, headings }) => name !== '-' && (name === key || headings.includes(key)))
  return found ?? (NAMES_A_CHILD.test(key) ? NEVER : undefined)
}

/** What a heading that is not known may mean: the one nearest in spelling, or whose words it holds. */
export function meantBy(heading: string): Target | undefined {
  const key = headingKey(heading)
  const all = TARGETS.flatMap(each => [each.name, ...each.headings].map(word => [word, each] as const))
  const spelt = nearest(
    key,
    all.map(([word]) => word),
  )
  if (spelt !== undefined) return all.find(([word]) => word === spelt)?.[1]
  const held = all.filter(([word]) => word.length > 4 && key.includes(word))
  return held.toSorted(([a], [b]) => b.length - a.length)[0]?.[1]
}

/** The target that `--map` or samverkan.yaml names; fields are also found by their words ("typ av avvikelse"). */
export const targetNamed = (written: string): Target | undefined =>
  written.trim() === '-' ? LEFT_OUT : TARGETS.find(({ name }) => name === written.trim().toLowerCase())

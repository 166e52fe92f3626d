import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { counting, dayAfter, membersOf, ORGANISATIONS, prose } from './write-archive.js'

const GROUPS = 20
const FIRST_YEAR = 2015
const YEARS = 10
const MEETINGS = 10
const DEVIATIONS = 10
const MATTERS = 5
const PLANS = 5
const AREAS = ['överlämning', 'informationsöverföring', 'remiss/komplettering', 'tillgänglighet', 'övrigt']
const STEPS = ['mottagen', 'chefskontakt', 'analyserad', 'beslutad', 'återkopplad', 'uppföljd', 'avslutad']
const TITLES = ['Skolfrånvaro', 'Samordnad individuell plan', 'Mottagning för unga', 'Utbildning', 'Läget']

/**
 * Writes an archive of ten years and twenty groups into a folder, the same every time: each year and group ten meetings
 * with agenda and minutes or protocol, ten deviations, five matters, and five plans with their consents. Things are
 * late, missing, deferred and forgotten as they are in life. Gives the number of documents.
 */
export function writeDecade(folder) {
  let count = 0
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
    count += 1
  }
  const people = [...new Set(Array.from({ length: GROUPS }, (_, group) => membersOf(group)).flat())]
  write(
    'samverkan.yaml',
    `version: 1\nnamn: Mätarkivet\nregistreringsansvarig: Ekmo kommun\narkivansvarig: Ekmo kommun\narkivet_börjar: ${FIRST_YEAR}-01-01\n`,
  )
  write(
    'register/personer.yaml',
    `personer:\n${people.map((name, index) => `  - {id: p-${index}, namn: ${name}, organisation: ${ORGANISATIONS[index % 4]}}\n`).join('')}`,
  )
  write(
    'register/organisationer.yaml',
    `organisationer:\n${ORGANISATIONS.map((name, index) => `  - {id: o-${index}, namn: ${name}, typ: kommun}\n`).join('')}`,
  )
  count = 0
  for (let group = 0; group < GROUPS; group++) {
    write(`grupper/grupp-${group}.md`, groupText(group))
    write(`rutiner/rutin-${group}.md`, routineText(group))
    let previous
    for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      const next = counting(group * 1000 + year)
      const id = number => (group * 4096 + (year - FIRST_YEAR) * 64 + number + 65_536).toString(16)
      const matters = Array.from({ length: MATTERS }, (_, index) => `ARE-${year}-${id(index)}`)
      const deviations = Array.from({ length: DEVIATIONS }, (_, index) => `AVV-${year}-${id(index)}`)
      for (const [index, matter] of matters.entries())
        write(`arenden/${year}/${matter.toLowerCase()}.md`, matterText(matter, group, year, index, next))
      const days = Array.from({ length: MEETINGS }, (_, index) => dayAfter(`${year}-01-12`, index * 34))
      for (const [index, day] of days.entries()) {
        const about = {
          group,
          day,
          next,
          previous,
          matter: matters[index % MATTERS],
          deviation: deviations[index],
        }
        write(`moten/grupp-${group}/${year}/${day}-kallelse.md`, agendaText(about))
        previous = `${group % 2 === 0 ? 'PROT' : 'MA'}-grupp-${group}-${day}`
        const file = group % 2 === 0 ? 'protokoll' : 'anteckningar'
        if (next(25) > 0) write(`moten/grupp-${group}/${year}/${day}-${file}.md`, recordText(about))
      }
      for (const [index, deviation] of deviations.entries())
        write(
          `avvikelser/${year}/${deviation.toLowerCase()}.md`,
          deviationText({ id: deviation, group, next, day: dayAfter(days[index], -next(90)) }),
        )
      for (let index = 0; index < PLANS; index++) {
        const plan = { number: id(index), year, group, next, day: dayAfter(`${year}-01-10`, next(340)) }
        write(`planer/${year}/gp-${year}-${plan.number}.md`, planText(plan))
        write(`samtycken/${year}/sam-${year}-${plan.number}.md`, consentText(plan))
      }
    }
  }
  return count
}

const page = (fields, title, body) => `---\n${fields.join('\n')}\n---\n\n# ${title}\n\n${body}\n`

const groupText = group =>
  page(
    [
      `id: GRP-grupp-${group}`,
      'typ: grupp',
      `titel: Grupp ${group}`,
      'status: gällande',
      'sekretess: öppen',
      `namn: Grupp ${group}`,
      'nivå: lokal',
      'mandat: beslutande',
      'profil: samverkan',
      'paragrafserie: möte',
      ...(group > 0 ? ['överordnad: grupp-0'] : []),
      `ordförande: ${membersOf(group)[0]}`,
      `sekreterare: ${membersOf(group)[1]}`,
      'ledamöter:',
      ...membersOf(group).map(
        (name, index) => `  - {person: ${name}, organisation: ${ORGANISATIONS[index % 4]}, från: 2014-01-01}`,
      ),
      'möten: {per_år: 10, ärenden_in_dagar: 30, kallelse_dagar: 14, justering_dagar: 14}',
      'stående_punkter:',
      '  - {titel: Uppföljning av avvikelser, månader: [5, 12]}',
      '  - {titel: Skolfrånvaro, månader: [3, 10]}',
    ],
    `Grupp ${group}`,
    '## Uppdrag\n\nGruppen samordnar arbetet kring barn och unga.',
  )

const routineText = group =>
  page(
    [
      `id: RUT-rutin-${group}`,
      'typ: rutin',
      `titel: Rutin ${group}`,
      'status: gällande',
      'sekretess: öppen',
      `beslutad_av: grupp-${group}`,
      `beslutad: ${FIRST_YEAR + (group % YEARS)}-03-01`,
      'revideras: årligen',
    ],
    `Rutin ${group}`,
    '## Syfte\n\nRutinen visar vem som gör vad.',
  )

const matterText = (id, group, year, index, next) =>
  page(
    [
      `id: ${id}`,
      'typ: ärende',
      `titel: Fråga ${id}`,
      `status: ${next(3) === 0 ? 'öppet' : 'avslutat'}`,
      'sekretess: öppen',
      `inkom: ${dayAfter(`${year}-01-05`, index * 60)}`,
      `grupp: grupp-${group}`,
    ],
    `Fråga ${id}`,
    `## Bakgrund\n\n${prose(next, 20)}`,
  )

const agendaText = ({ group, day, next, previous, matter }) =>
  page(
    [
      `id: KAL-grupp-${group}-${day}`,
      'typ: kallelse',
      `titel: Kallelse till grupp ${group} ${day}`,
      'status: utskickad',
      'sekretess: öppen',
      `grupp: grupp-${group}`,
      `datum: ${day}`,
      `utskickad: ${dayAfter(day, -18 + next(8))}`,
      ...(previous === undefined ? [] : [`föregående: ${previous}`]),
    ],
    `Kallelse ${day}`,
    TITLES.map(
      (title, index) => `## ${index + 2}. ${title}\n\n*Ärende: ${matter}*\n\n${prose(next, 4)}`,
    ).join('\n\n'),
  )

function recordText({ group, day, next, previous, matter, deviation }) {
  const members = membersOf(group)
  const isProtocol = group % 2 === 0
  const isAdjusted = next(20) > 0
  const number = index => (isProtocol ? `§ ${index}` : `${index}.`)
  const sections = TITLES.map((title, index) => {
    const returns = index === 3 ? '\n*Återkommer: nästa möte*' : ''
    const decision =
      isProtocol && index % 2 === 0
        ? `\n\n### Gruppen beslutar\n\n**att** ${members[index]} tar fram ett förslag till ${title.toLowerCase()}${index === 2 ? ' och återkommer på nästa möte' : ''}.`
        : ''
    const done = next(8) > 0
    const action = `\n\n- [${done ? 'x' : ' '}] ${members[index + 1]}: kontakta skolorna om ${title.toLowerCase()} ${day} (senast ${dayAfter(day, 30)})${done ? ` (klart ${dayAfter(day, 20)})` : ''}`
    return `## ${number(index + 2)} ${title}\n\n*Ärende: ${matter}*${returns}\n\n${prose(next, 6)}${decision}${action}`
  })
  return page(
    [
      `id: ${isProtocol ? 'PROT' : 'MA'}-grupp-${group}-${day}`,
      `typ: ${isProtocol ? 'protokoll' : 'mötesanteckningar'}`,
      `titel: Möte med grupp ${group} ${day}`,
      `status: ${isAdjusted ? (isProtocol ? 'justerat' : 'godkänt') : 'utkast'}`,
      'sekretess: öppen',
      `grupp: grupp-${group}`,
      `datum: ${day}`,
      `ordförande: ${members[0]}`,
      `sekreterare: ${members[1]}`,
      ...(isProtocol ? [`justerare: [${members[2]}]`] : []),
      'närvarande:',
      ...members
        .slice(0, 9)
        .map((name, index) => `  - {person: ${name}, organisation: ${ORGANISATIONS[index % 4]}}`),
      `frånvarande: [${members.slice(9).join(', ')}]`,
      `nästa: {datum: ${dayAfter(day, 34)}, tid: 13.00–15.30, plats: Kommunhuset}`,
      ...(previous === undefined ? [] : [`föregående: ${previous}`]),
      ...(isProtocol && isAdjusted
        ? [`justering: [{person: ${members[2]}, datum: ${dayAfter(day, 5 + next(14))}}]`]
        : []),
    ],
    `Möte med grupp ${group} ${day}`,
    `${sections.join('\n\n')}\n\n## ${number(TITLES.length + 2)} Avvikelser\n\n*Avvikelser: ${deviation}*\n\n${prose(next, 5)}`,
  )
}

function deviationText({ id, group, day, next }) {
  const step = 2 + next(5)
  const reached = STEPS.slice(0, step + 1)
  return page(
    [
      `id: ${id}`,
      'typ: avvikelse',
      'titel: Utebliven kallelse',
      `status: ${reached.at(-1)}`,
      'sekretess: intern',
      'ursprung: inkommen',
      `händelsedatum: ${dayAfter(day, -3)}`,
      `rapporterad: ${day}`,
      ...reached.map((name, index) => `${name}: ${dayAfter(day, (index + 1) * (4 + next(18)))}`),
      `från: ${ORGANISATIONS[next(4)]}`,
      `berör: [${ORGANISATIONS[next(4)]}]`,
      `område: ${AREAS[next(AREAS.length)]}`,
      'typ_av_avvikelse: riktlinje ej följd',
      `löses: ${['lokalt', 'gemensam ledning', 'systemfel'][next(3)]}`,
      `grupp: grupp-${group}`,
      `åtgärder: [{vad: Gå igenom rutinen, ansvarig: ${membersOf(group)[1]}, senast: ${dayAfter(day, 60)}}]`,
    ],
    'Utebliven kallelse',
    ['Beskrivning', 'Konsekvenser för barnet/den unge', 'Förslag till åtgärder', 'Analys']
      .map(title => `## ${title}\n\n${prose(next, 8)}`)
      .join('\n\n'),
  )
}

function planText({ number, year, group, next, day }) {
  const isClosed = next(3) > 0
  return page(
    [
      `id: GP-${year}-${number}`,
      'typ: genomförandeplan',
      'titel: Genomförandeplan',
      `status: ${isClosed ? 'avslutad' : 'gällande'}`,
      'sekretess: sekretess',
      `form: ${next(3) === 0 ? 'SIP' : 'genomförandeplan'}`,
      `aktualiserad: ${dayAfter(day, -5 - next(15))}`,
      `nätverksmöte: ${day}`,
      `upprättad: ${day}`,
      ...(next(12) > 0 ? [`samordnare: ${membersOf(group)[3]}`] : []),
      `barn: B-${number.slice(-4)}`,
      ...(next(10) > 0 ? [`samtycke: SAM-${year}-${number}`] : []),
      `huvudansvar: ${ORGANISATIONS[next(4)]}`,
      `uppföljning: [{datum: ${dayAfter(day, 90)}, genomförd: ${next(6) > 0}}]`,
    ],
    'Genomförandeplan',
    `## Mål\n\n${prose(next, 6)}\n\n## Barnets/den unges uppfattning\n\n${next(5) > 0 ? prose(next, 2) : ''}\n\n## Vårdnadshavarens uppfattning\n\n${prose(next, 2)}`,
  )
}

const consentText = ({ number, year, next, day }) =>
  page(
    [
      `id: SAM-${year}-${number}`,
      'typ: samtycke',
      'titel: Samtycke',
      'status: gällande',
      'sekretess: sekretess',
      `barn: B-${number.slice(-4)}`,
      'lämnat_av: [vårdnadshavare 1]',
      `från: ${dayAfter(day, -10)}`,
      `till: ${dayAfter(day, 300 + next(2000))}`,
    ],
    'Samtycke',
    'Samtycket gäller samverkan kring planen.',
  )

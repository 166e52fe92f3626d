import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const GROUPS = 20
const FIRST_NAMES = [
  'Alva',
  'Bo',
  'Cia',
  'Dan',
  'Eva',
  'Fia',
  'Gun',
  'Hugo',
  'Ida',
  'Jon',
  'Karin',
  'Lars',
  'Maj',
  'Nils',
]
const LAST_NAMES = [
  'Ask',
  'Berg',
  'Dahl',
  'Ek',
  'Falk',
  'Gran',
  'Hall',
  'Ljung',
  'Norén',
  'Ström',
  'Åberg',
  'Öst',
]
/** The organisations of a measured archive. */
export const ORGANISATIONS = ['Ekmo kommun', 'Region Valland', 'Polisen', 'Tallhammars kommun']
const SENTENCES = [
  'Gruppen går igenom vårens avvikelser och ser att kallelserna till samordnad individuell plan kommer för sent.',
  'Elevhälsan berättar att frånvaron har minskat i årskurs sju men ökat i årskurs nio.',
  'Socialtjänsten och barn- och ungdomspsykiatrin ska träffas oftare kring de barn som väntar längst.',
  'Rutinen för överlämning mellan skolor fungerar, men blanketten behöver bli kortare.',
  'Flera verksamheter önskar en gemensam utbildning i sekretess och samtycke till hösten.',
  'Mottagningen har öppet tisdagar och torsdagar; remisser skrivs som tidigare av vårdcentralen.',
  'Statistiken för första halvåret delas ut – den visar 34 planer, varav 29 följdes upp i tid.',
  'Polisen informerar om läget i kommunens östra delar och tackar för det snabba samarbetet i våras.',
  'Föräldrastödet erbjuds nu i **tre** omgångar, se [inbjudan](https://example.org/inbjudan) för datum.',
  'Frågan om *ansvarsfördelning* mellan huvudmännen tas med i årets revidering av överenskommelsen.',
]
const TITLES = [
  'Avvikelser',
  'Skolfrånvaro',
  'Samordnad individuell plan',
  'Blåappen',
  'Mottagning för unga',
  'Utbildning',
  'Läget',
]

/** Numbers that look random and are the same every time. */
export function counting(seed) {
  let state = seed >>> 0
  return most => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

/** So many days after a day. */
export const dayAfter = (day, days) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const person = index =>
  `${FIRST_NAMES[index % FIRST_NAMES.length]} ${LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length]}`
/** The twelve members of a group. */
export const membersOf = group => Array.from({ length: 12 }, (_, index) => person(group * 7 + index * 13))

/**
 * Writes an archive of `count` documents of about 8 kB (1.5 kB of it front matter) into a folder: protocols, minutes
 * and deviations of twenty groups, the same every time. `sealOf(text)` gives the seal of an adjusted protocol.
 */
export function writeArchive(folder, count, sealOf) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const people = [...new Set(Array.from({ length: GROUPS }, (_, group) => membersOf(group)).flat())]
  const entries = people.map(
    (name, index) => `  - {id: p-${index}, namn: ${name}, organisation: ${ORGANISATIONS[index % 4]}}\n`,
  )
  write(
    'samverkan.yaml',
    'version: 1\nnamn: Mätarkivet\nregistreringsansvarig: Ekmo kommun\narkivansvarig: Ekmo kommun\narkivet_börjar: 2000-01-01\n',
  )
  write('register/personer.yaml', `personer:\n${entries.join('')}`)
  write(
    'register/organisationer.yaml',
    `organisationer:\n${ORGANISATIONS.map((name, index) => `  - {id: o-${index}, namn: ${name}, typ: kommun}\n`).join('')}`,
  )
  for (let group = 0; group < GROUPS; group++) write(`grupper/grupp-${group}.md`, groupText(group))
  const last = new Map()
  for (let index = 0; index < count; index++) {
    const group = index % GROUPS
    const turn = Math.floor(index / GROUPS)
    const day = dayAfter('2004-01-07', turn * Math.max(1, Math.floor((7000 * GROUPS) / count)))
    const next = counting(index + 1)
    if (turn % 5 === 4) {
      const id = `AVV-${day.slice(0, 4)}-${(index + 65_536).toString(16)}`
      write(
        `avvikelser/${day.slice(0, 4)}/${id.toLowerCase()}.md`,
        deviationText({ id, group, day, next, meeting: last.get(group) }),
      )
      continue
    }
    const isProtocol = group % 2 === 0
    const id = `${isProtocol ? 'PROT' : 'MA'}-grupp-${group}-${day}`
    const path = `moten/grupp-${group}/${day.slice(0, 4)}/${day}-${isProtocol ? 'protokoll' : 'anteckningar'}.md`
    write(path, meetingText({ id, group, day, next, isProtocol, previous: last.get(group), sealOf }))
    last.set(group, id)
  }
}

function groupText(group) {
  const members = membersOf(group).map(
    (name, index) => `  - {person: ${name}, organisation: ${ORGANISATIONS[index % 4]}, från: 2003-01-01}\n`,
  )
  return `---\nid: GRP-grupp-${group}\ntyp: grupp\ntitel: Grupp ${group}\nstatus: gällande\nsekretess: öppen\nnamn: Grupp ${group}\nnivå: lokal\nmandat: beslutande\nprofil: samverkan\nparagrafserie: möte\nordförande: ${membersOf(group)[0]}\nsekreterare: ${membersOf(group)[1]}\nledamöter:\n${members.join('')}möten: {per_år: 10, ärenden_in_dagar: 30, kallelse_dagar: 14, justering_dagar: 14}\n---\n\n# Grupp ${group}\n\n## Uppdrag\n\n${SENTENCES[0]}\n\n## Sammansättning\n\n${SENTENCES[1]}\n\n## Roller\n\n${SENTENCES[2]}\n\n## Arbetsformer\n\n${SENTENCES[3]}\n\n## Ärendeflöde\n\n${SENTENCES[4]}\n`
}

/** So many sentences, one on each line. */
export const prose = (next, count) =>
  Array.from({ length: count }, () => SENTENCES[next(SENTENCES.length)]).join('\n')

function meetingText({ id, group, day, next, isProtocol, previous, sealOf }) {
  const members = membersOf(group)
  const status = isProtocol ? 'justerat' : 'godkänt'
  const present = members
    .slice(0, 9)
    .map(
      (name, index) =>
        `  - person: ${name}\n    organisation: ${ORGANISATIONS[index % 4]}\n    roll: ${index === 0 ? 'ordförande' : index === 1 ? 'sekreterare' : 'ledamot'}\n`,
    )
  const head = [
    `id: ${id}`,
    `typ: ${isProtocol ? 'protokoll' : 'mötesanteckningar'}`,
    `titel: Möte med grupp ${group} ${day}`,
    `status: ${status}`,
    'sekretess: öppen',
    `grupp: grupp-${group}`,
    `datum: ${day}`,
    'tid: 13.00–15.30',
    'plats: Kommunhuset, sammanträdesrum Eken',
    `ordförande: ${members[0]}`,
    `sekreterare: ${members[1]}`,
    ...(isProtocol ? [`justerare: [${members[2]}]`] : []),
    `närvarande:\n${present.join('').trimEnd()}`,
    `frånvarande: [${members.slice(9).join(', ')}]`,
    `nästa: {datum: ${dayAfter(day, 60)}, tid: 13.00–15.30, plats: Kommunhuset}`,
    ...(previous === undefined ? [] : [`föregående: ${previous}`]),
  ].join('\n')
  const sections = TITLES.map((title, index) => {
    const number = isProtocol ? `§ ${index + 2}` : `${index + 2}.`
    const decision =
      isProtocol && index % 3 === 0
        ? `\n\n### Gruppen beslutar\n\n**att** godkänna förslaget och lägga det till handlingarna.`
        : ''
    const action =
      index % 2 === 0
        ? `\n\n- [x] ${members[index + 1]}: kontakta skolorna om ${title.toLowerCase()} (senast ${dayAfter(day, 30)}) (klart ${dayAfter(day, 20)})\n  - ${dayAfter(day, 15)}: alla har svarat`
        : ''
    return `## ${number} ${title}\n\n*Föredragande: ${members[index]}*\n\n${prose(next, 6)}\n\n- ${SENTENCES[next(10)]}\n- ${SENTENCES[next(10)]}${decision}${action}`
  })
  const body = `# Möte med grupp ${group} ${day}\n\n## ${isProtocol ? '§ 1' : '1.'} Mötet öppnas\n\n${members[0]} hälsar välkommen.\n\n${sections.join('\n\n')}\n`
  if (!isProtocol) return `---\n${head}\n---\n\n${body}`
  const approval = [members[0], members[2]].map(
    (name, index) =>
      `  - person: ${name}\n    roll: ${index === 0 ? 'ordförande' : 'justerare'}\n    datum: ${dayAfter(day, 7)}\n    sigill: ${sealOf(`---\n${head}\n---\n\n${body}`)}\n`,
  )
  return `---\n${head}\njustering:\n${approval.join('')}---\n\n${body}`
}

function deviationText({ id, group, day, next, meeting }) {
  const [who, chief] = membersOf(group)
  const sections = [
    'Beskrivning',
    'Konsekvenser för barnet/den unge',
    'Konsekvenser för verksamheterna',
    'Förslag till åtgärder',
    'Analys',
    'Beslutade åtgärder',
    'Uppföljning',
  ]
  const dates = [
    'rapporterad',
    'mottagen',
    'chefskontakt',
    'analyserad',
    'återkopplad',
    'uppföljd',
    'avslutad',
  ].map((name, index) => `${name}: ${dayAfter(day, index * 5)}`)
  const measures = [0, 1, 2, 3].map(
    index =>
      `  - vad: Gå igenom rutinen för kallelser med enhet ${index + 1} och följ upp hur den används\n    ansvarig: ${membersOf(group)[index]}\n    senast: ${dayAfter(day, 60 + index)}\n    klar: ${dayAfter(day, 50 + index)}\n`,
  )
  return `---\nid: ${id}\ntyp: avvikelse\ntitel: Utebliven kallelse\nstatus: avslutad\nsekretess: intern\nursprung: inkommen\nhändelsedatum: ${dayAfter(day, -3)}\n${dates.join('\n')}\nrapportör: {person: ${who}, organisation: Ekmo kommun}\nrapportör_underskrift: ${day}\nchef: {person: ${chief}, underskrift: ${day}}\nfrån: Ekmo kommun\nberör: [Region Valland]\nverksamhet: [skola, bup]\nområde: kallelse till SIP/nätverksmöte\ntyp_av_avvikelse: riktlinje ej följd\nlöses: lokalt\nkopia_till: [Region Valland]\nlänkar: {behandlas_i: [${meeting}]}\ngrupp: grupp-${group}\nåtgärder:\n${measures.join('')}---\n\n# Utebliven kallelse\n\n${sections.map(title => `## ${title}\n\n${prose(next, 8)}`).join('\n\n')}\n`
}

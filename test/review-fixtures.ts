/** A change of one file of the demonstration archive, and the sentences that tell of it. */
export interface ChangeFixture {
  readonly name: string
  readonly path: string
  /** Texts that give way to others, each once. */
  readonly turns: readonly (readonly [from: string, to: string])[]
  readonly says: readonly string[]
}

const PROTOCOL = 'moten/demo/2024/2024-05-23-protokoll.md'
const DEVIATION = 'avvikelser/2024/avv-2024-c3d4.md'
const GROUP = 'grupper/demo.md'
const TASK = '- [ ] Cia Dahl: sprida rutinen i regionen (senast 2024-08-30)'
const ADOPT = '**att** anta rutinen för överlämning.'

const fixture = (
  name: string,
  path: string,
  turns: ChangeFixture['turns'],
  ...says: readonly string[]
): ChangeFixture => ({ name, path, turns, says })

/** One of everything that a change can mean. */
export const CHANGE_FIXTURES: readonly ChangeFixture[] = [
  fixture(
    'status',
    PROTOCOL,
    [['status: granskning', 'status: justering']],
    'status: granskning → justering',
  ),
  fixture(
    'date',
    PROTOCOL,
    [['\ndatum: 2024-05-23', '\ndatum: 2024-05-24']],
    'datum: 2024-05-23 → 2024-05-24',
  ),
  fixture('place', PROTOCOL, [['plats: Ekmo\nordf', 'plats: Björke\nordf']], 'plats: `Ekmo` → `Björke`'),
  fixture(
    'field added',
    PROTOCOL,
    [['plats: Ekmo\nordf', 'plats: Ekmo\nsammankallande: Bo Berg\nordf']],
    'sammankallande: – → `Bo Berg`',
  ),
  fixture('field removed', PROTOCOL, [['sekreterare: Bo Berg\n', '']], 'sekreterare: `Bo Berg` → –'),
  fixture(
    'next meeting',
    PROTOCOL,
    [['{datum: 2024-09-19, tid: 09.00–11.00', '{datum: 2024-09-26, tid: 13.00–15.00']],
    'nästa, datum: 2024-09-19 → 2024-09-26',
    'nästa, tid: `09.00–11.00` → `13.00–15.00`',
  ),
  fixture(
    'adjuster changed',
    PROTOCOL,
    [['justerare: [Cia Dahl]', 'justerare: [Alva Ask]']],
    'justerare: `Alva Ask` tillagd',
    'justerare: `Cia Dahl` borttagen',
  ),
  fixture(
    'adjusted',
    PROTOCOL,
    [
      [
        'justering: []',
        'justering:\n  - {person: Cia Dahl, roll: justerare, datum: 2024-06-01, sigill: "sha256:00"}',
      ],
    ],
    'justering: `Cia Dahl` har justerat',
  ),
  fixture(
    'absent one was present',
    PROTOCOL,
    [
      ['[Alva Ask, Bo Berg, Cia Dahl]\n', '[Alva Ask, Bo Berg, Cia Dahl, Dan Ek]\n'],
      ['frånvarande: [Dan Ek]', 'frånvarande: []'],
    ],
    'Dan Ek: frånvarande → närvarande',
  ),
  fixture(
    'present one taken out',
    PROTOCOL,
    [['[Alva Ask, Bo Berg, Cia Dahl]\n', '[Alva Ask, Bo Berg]\n']],
    'närvarande: `Cia Dahl` borttagen',
  ),
  fixture(
    'role of a participant',
    PROTOCOL,
    [['roll: föredragande', 'roll: sakkunnig']],
    'övriga deltagare: `Eva Falk`, roll: `föredragande` → `sakkunnig`',
  ),
  fixture(
    'grade raised: nothing is repeated',
    PROTOCOL,
    [
      ['sekretess: öppen', 'sekretess: intern'],
      ['ordförande: Alva Ask', 'ordförande: Dan Ek'],
      [ADOPT, '**att** avslå rutinen.'],
      [TASK, TASK.replace('Cia Dahl', 'Dan Ek')],
      ['presenterar förslaget', 'visar förslaget'],
    ],
    'sekretess: öppen → intern',
    'ordförande: ändrat',
    '§ 4: beslut 1 borttaget',
    '§ 4: beslut 1 tillagt',
    '§ 4: uppdrag u1: annan ansvarig',
    '§ 4: texten ändrad',
  ),
  fixture(
    'decision added',
    PROTOCOL,
    [[ADOPT, '**att** anta rutinen för överlämning, och\n\n**att** följa upp den.']],
    '§ 4: beslut 2 tillagt: `följa upp den.`',
  ),
  fixture(
    'decision removed',
    PROTOCOL,
    [[`${ADOPT}\n`, '']],
    '§ 4: beslut 1 borttaget: `anta rutinen för överlämning.`',
  ),
  fixture(
    'decision reworded',
    PROTOCOL,
    [[ADOPT, '**att** anta rutinen för överlämning på prov.']],
    '§ 4: beslut 1 ändrat: `… rutinen för överlämning.` → `… rutinen för överlämning på prov.`',
  ),
  fixture(
    'decision comes back',
    PROTOCOL,
    [[ADOPT, '**att** anta rutinen för överlämning (återkommer 2025-05).']],
    '§ 4: beslut 1 återkommer – → 2025-05',
  ),
  fixture(
    'decision becomes a proposal',
    PROTOCOL,
    [[`### Demogruppen beslutar\n\n${ADOPT}`, `### Demogruppen föreslår\n\n${ADOPT}`]],
    '§ 4: beslut 1 fattas med andra ord: `Demogruppen beslutar` → `Demogruppen föreslår`',
  ),
  fixture(
    'action ticked',
    PROTOCOL,
    [[TASK, TASK.replace('[ ]', '[x]').replace('2024-08-30)', '2024-08-30) (klart 2024-08-12)')]],
    '§ 4: uppdrag till Cia Dahl: klart 2024-08-12',
  ),
  fixture(
    'new due day',
    PROTOCOL,
    [['senast 2024-08-30', 'senast 2024-10-15']],
    '§ 4: uppdrag till Cia Dahl: senast 2024-08-30 → 2024-10-15',
  ),
  fixture(
    'new owner',
    PROTOCOL,
    [[TASK, TASK.replace('Cia Dahl', 'Dan Ek')]],
    '§ 4: uppdrag till Cia Dahl: nu till Dan Ek',
  ),
  fixture(
    'task reworded',
    PROTOCOL,
    [['sprida rutinen i regionen', 'sprida rutinen i regionen och skolan']],
    '§ 4: uppdrag till Cia Dahl: uppgiften ändrad: `… i regionen` → `… i regionen och skolan`',
  ),
  fixture(
    'action added',
    PROTOCOL,
    [[TASK, `${TASK}\n- [ ] Bo Berg och Dan Ek: boka lokal (senast nästa möte)`]],
    '§ 4: uppdrag till Bo Berg och Dan Ek tillagt: `boka lokal`, senast nästa möte',
  ),
  fixture(
    'action removed',
    PROTOCOL,
    [[TASK, '']],
    '§ 4: uppdrag till Cia Dahl borttaget: `sprida rutinen i regionen`, senast 2024-08-30',
  ),
  fixture(
    'note under an action',
    PROTOCOL,
    [[TASK, `${TASK}\n  - 2024-06-03: utskickat`]],
    '§ 4: uppdrag till Cia Dahl: anteckning tillagd',
  ),
  fixture(
    'section added in the middle',
    PROTOCOL,
    [
      ['## § 3 Uppföljning', '## § 3 Skolfrånvaro\n\nDan Ek berättar.\n\n## § 4 Uppföljning'],
      ['## § 4 Överlämning', '## § 5 Överlämning'],
    ],
    'nya nummer: § 3 → § 4, § 4 → § 5',
    '§ 3: paragrafen tillagd: `Skolfrånvaro`',
  ),
  fixture(
    'section removed',
    PROTOCOL,
    [['## § 1 Mötets öppnande\n\nAlva Ask öppnar mötet.\n', '']],
    '§ 1: paragrafen borttagen: `Mötets öppnande`',
  ),
  fixture(
    'heading changed',
    PROTOCOL,
    [['§ 4 Överlämning mellan skolor', '§ 4 Överlämning mellan stadier']],
    '§ 4: rubriken ändrad: `Överlämning mellan skolor` → `Överlämning mellan stadier`',
  ),
  fixture(
    'matter of an item',
    PROTOCOL,
    [['*Ärende: ARE-2024-a1b2*', '*Ärende: ARE-2024-x9y8*']],
    '§ 4: Ärende: ARE-2024-a1b2 → ARE-2024-x9y8',
  ),
  fixture(
    'text changed',
    PROTOCOL,
    [['presenterar förslaget till rutin', 'presenterar det omarbetade förslaget till rutin']],
    '§ 4: texten ändrad: `… Falk presenterar förslaget till …` → `… Falk presenterar det omarbetade förslaget till …`',
  ),
  fixture(
    'paragraph added',
    PROTOCOL,
    [['Cia Dahl redovisar', 'Frågan återkommer i höst.\n\nCia Dahl redovisar']],
    '§ 3: stycke tillagt: `Frågan återkommer i höst.`',
  ),
  fixture(
    'link added',
    PROTOCOL,
    [['förslaget till rutin', 'förslaget till [rutin](../../../rutiner/overlamning.md)']],
    '§ 4: länk till `../../../rutiner/overlamning.md` tillagd',
  ),
  fixture(
    'web address changed',
    PROTOCOL,
    [['Alva Ask öppnar mötet.', 'Alva Ask öppnar [mötet](https://ekmo.example/a).']],
    '§ 1: webbadress: tillagd',
  ),
  fixture(
    'confidential passage',
    PROTOCOL,
    [
      [
        'Alva Ask öppnar mötet.',
        'Alva Ask öppnar mötet.\n\n:::sekretess{grund="OSL 26:1"}\nHemlig text.\n:::',
      ],
    ],
    '§ 1: text under sekretess: tillagd',
  ),
  fixture(
    'unreadable',
    PROTOCOL,
    [['grupp: demo', 'grupp: [demo']],
    'går inte att läsa efter ändringen; `samverkan validate moten/demo/2024/2024-05-23-protokoll.md` säger varför',
  ),
  fixture(
    'deviation: a step',
    DEVIATION,
    [
      ['status: mottagen', 'status: analyserad'],
      ['rapportör:', 'analyserad: 2024-05-25\nrapportör:'],
    ],
    'status: mottagen → analyserad',
    'analyserad: – → 2024-05-25',
  ),
  fixture(
    'deviation: words are not repeated',
    DEVIATION,
    [
      ['titel: Utebliven', 'titel: Hemlig'],
      ['# Utebliven', '# Hemlig'],
      ['chef: {person: Alva Ask', 'chef: {person: Bo Berg'],
      ['Stödet dröjde', 'Hemlig text. Stödet dröjde'],
      ['verksamhet: [skola, bup]', 'verksamhet: [skola, socialtjänst]'],
      ['berör: [Region Valland]', 'berör: [Region Valland, Hemlig part]'],
      ['rapporterad: 2024-04-04', 'hemligt_namn: Hemlig\nrapporterad: 2024-04-04'],
      ['## Konsekvenser för verksamheterna', '## Hemlig rubrik'],
    ],
    'titel: ändrat',
    'närmaste chef: ändrat',
    'berörda parter: 1 tillagd',
    'verksamheter: 1 tillagt',
    'verksamheter: 1 borttaget',
    'annat fält: tillagt',
    'huvudrubriken ändrad',
    '"Konsekvenser för verksamheterna": avsnittet borttaget',
    '"…": avsnittet tillagt',
    '"Konsekvenser för barnet/den unge": texten ändrad',
  ),
  fixture(
    'deviation: link',
    DEVIATION,
    [['[PROT-demo-2024-05-23 § 3]', '[PROT-demo-2024-05-23 § 3, PROT-demo-2024-03-21 § 2]']],
    'länkar, behandlas_i: PROT-demo-2024-03-21 § 2 tillagt',
  ),
  fixture(
    'member added and one ended',
    GROUP,
    [
      [
        'organisation: Polisen, från: 2023-01-01}',
        'organisation: Polisen, från: 2023-01-01, till: 2024-06-30}\n  - {person: Eva Falk, organisation: Polisen, från: 2024-07-01}',
      ],
    ],
    'ledamöter: `Eva Falk` tillagd',
    'ledamöter: `Dan Ek`, till: – → 2024-06-30',
  ),
  fixture(
    'settings of the archive',
    'samverkan.yaml',
    [['arkivet_börjar: 2024-01-01', 'arkivet_börjar: 2023-01-01']],
    'arkivet_börjar: 2024-01-01 → 2023-01-01',
  ),
]

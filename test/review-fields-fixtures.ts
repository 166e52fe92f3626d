import { ADOPT, type ChangeFixture, fixture, PROTOCOL, TASK } from './review-fixture.js'

/** Changes of the front matter of a protocol. */
export const FIELD_FIXTURES: readonly ChangeFixture[] = [
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
]

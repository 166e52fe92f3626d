import { UserError } from './failure.js'
import type { Said } from './said.js'
import { folded, nearest } from './text.js'

/** What something that has gone wrong concerns, and so where it belongs. Only the first is a deviation in collaboration. */
export interface Concern {
  /** What `--concerns` takes, and its key in samverkan.yaml. */
  readonly name: string
  readonly aliases: readonly string[]
  /** As a choice: what it is, in the words of somebody who has seen it happen. */
  readonly is: Said
  /** Where it belongs: who receives it, by which law as it read on the day `AS_OF`. Absent for a deviation in collaboration. */
  readonly belongs?: Said
}

/** To whom the archive's own parties report something, and how soon, as samverkan.yaml says. */
export type OtherWays = ReadonlyMap<string, { readonly to?: string; readonly within?: string }>

/** The day on which the laws named here read as they are named: that of the new socialtjänstlag. */
const AS_OF = '2025-07-01'

/** Everything that is taken for a deviation, and that may belong elsewhere (Seed S0: "vad är en avvikelse?"). */
export const CONCERNS: readonly Concern[] = [
  {
    name: 'samverkan',
    aliases: ['collaboration'],
    is: {
      sv: 'Samverkan: en gemensam rutin, plan eller överenskommelse har inte följts, eller parterna är oense',
      en: 'Collaboration: a joint routine, plan or agreement was not followed, or the parties disagree',
    },
  },
  {
    name: 'orosanmälan',
    aliases: ['orosanmalan', 'oro', 'child-protection'],
    is: { sv: 'Oro för att ett barn far illa', en: 'Concern that a child is being harmed' },
    belongs: {
      sv: `Oro för ett barn anmäls till socialnämnden i barnets kommun: orosanmälan, 19 kap. 1 § socialtjänstlagen (2025:400) i lydelsen ${AS_OF}`,
      en: `Concern for a child is reported to the social welfare board of the child's municipality: orosanmälan, 19 kap. 1 § socialtjänstlagen (2025:400) as of ${AS_OF}`,
    },
  },
  {
    name: 'lex-sarah',
    aliases: ['sarah'],
    is: {
      sv: 'Lex Sarah: ett missförhållande, eller en risk för ett, i socialtjänstens insatser',
      en: 'Lex Sarah: a wrong, or a risk of one, in what the social services do',
    },
    belongs: {
      sv: `Missförhållanden i socialtjänsten rapporteras till den som bedriver verksamheten, som utreder och anmäler det allvarliga till IVO: lex Sarah, 27 kap. socialtjänstlagen (2025:400) i lydelsen ${AS_OF}`,
      en: `Wrongs in social services are reported to whoever runs them, who looks into them and reports what is serious to IVO: lex Sarah, 27 kap. socialtjänstlagen (2025:400) as of ${AS_OF}`,
    },
  },
  {
    name: 'lex-maria',
    aliases: ['maria'],
    is: {
      sv: 'Lex Maria: en vårdskada, eller en risk för en, i hälso- och sjukvården',
      en: 'Lex Maria: an injury, or a risk of one, in health care',
    },
    belongs: {
      sv: `Vårdskador, och risker för dem, rapporteras till vårdgivaren, som utreder och anmäler det allvarliga till IVO: lex Maria, 3 kap. 5 § patientsäkerhetslagen (2010:659) i lydelsen ${AS_OF}`,
      en: `Injuries in care, and risks of them, are reported to the care provider, who looks into them and reports what is serious to IVO: lex Maria, 3 kap. 5 § patientsäkerhetslagen (2010:659) as of ${AS_OF}`,
    },
  },
  {
    name: 'egen',
    aliases: ['intern', 'internal', 'own'],
    is: {
      sv: 'Egen avvikelse: något som bara gäller den egna verksamheten',
      en: 'Internal deviation: something that concerns only the own operation',
    },
    belongs: {
      sv: 'Det som bara gäller den egna verksamheten rapporteras i dess eget avvikelsesystem, till närmaste chef',
      en: 'What concerns only the own operation is reported in its own system for deviations, to the nearest manager',
    },
  },
]

/**
 * The concern that `--concerns` names.
 * @throws UserError with those that there are.
 */
export function concernNamed(given: string): Concern {
  const wanted = folded(given).replace(/[ _]/g, '-')
  const found = CONCERNS.find(({ name, aliases }) => [name, ...aliases].includes(wanted))
  if (found !== undefined) return found
  const meant = nearest(
    wanted,
    CONCERNS.flatMap(({ name, aliases }) => [name, ...aliases]),
  )
  const all = CONCERNS.map(({ name }) => name).join(', ')
  throw new UserError(
    { sv: `\`--concerns ${given}\` finns inte.`, en: `There is no \`--concerns ${given}\`.` },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Välj bland ${all}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Choose among ${all}.`,
    },
  )
}

/** Where something belongs, with whom the archive's own parties report it to and how soon. */
export function whereItBelongs({ name, belongs }: Concern, ways: OtherWays): Said | undefined {
  if (belongs === undefined) return undefined
  const { to, within } = ways.get(name) ?? {}
  const own =
    to === undefined && within === undefined
      ? {
          sv: 'Hur snart och till vem hos er säger er egen rutin.',
          en: 'How soon and to whom with you is said by your own routine.',
        }
      : {
          sv: `Hos er: ${[to === undefined ? [] : `till ${to}`, within === undefined ? [] : `inom ${within}`].flat().join(' ')}.`,
          en: `With you: ${[to === undefined ? [] : `to ${to}`, within === undefined ? [] : `within ${within}`].flat().join(' ')}.`,
        }
  return { sv: `${belongs.sv}. ${own.sv}`, en: `${belongs.en}. ${own.en}` }
}

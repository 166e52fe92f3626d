import { UserError } from '../model/failure.js'
import type { Said } from '../model/said.js'
import { shellWord } from '../model/shell-word.js'

/**
 * Why `ssh-keygen` made no signature, in words of our own: OpenSSH says it in English only, and more than one line.
 * `stderr` is what it said, in the locale `C`; `file` is the key as it was named, absent for one in ssh-agent.
 */
export function notSigned(stderr: string, file: string | undefined): UserError {
  const known = REASONS.find(([said]) => said.test(stderr))
  const [, says, advice] = known ?? UNKNOWN
  const [sv, en] = [advice.sv, advice.en].map(each =>
    each.replace('FIL', file === undefined ? '~/.ssh/id_ed25519' : shellWord(file)),
  )
  return new UserError(
    says,
    { sv: `${sv ?? ''} Ingenting har skrivits.`, en: `${en ?? ''} Nothing was written.` },
    { cause: new Error(stderr.trim() || 'ssh-keygen said nothing') },
  )
}

/** What OpenSSH 8.2–10 says when it cannot sign, the most telling first. */
const REASONS: readonly (readonly [said: RegExp, says: Said, advice: Said])[] = [
  [
    /too open/,
    {
      sv: 'Andra än du kan läsa nyckelfilen, och därför används den inte.',
      en: 'Others than you can read the key file, and therefore it is not used.',
    },
    {
      sv: 'Gör den läsbar bara för dig: `chmod 600 FIL`.',
      en: 'Make it readable to you alone: `chmod 600 FIL`.',
    },
  ],
  [
    /incorrect passphrase|read_passphrase/,
    {
      sv: 'Nyckelns lösenord var fel, eller gick inte att fråga efter här.',
      en: 'The passphrase of the key was wrong, or could not be asked for here.',
    },
    {
      sv: 'Försök igen, eller lås upp nyckeln först med `ssh-add FIL`.',
      en: 'Try again, or unlock the key first with `ssh-add FIL`.',
    },
  ],
  [
    /agent refused|with agent/,
    {
      sv: 'ssh-agent ville inte signera med nyckeln.',
      en: 'ssh-agent would not sign with the key.',
    },
    {
      sv: 'Lägg in nyckeln på nytt med `ssh-add FIL`.',
      en: 'Put the key in anew with `ssh-add FIL`.',
    },
  ],
  [
    /No private key found for public key/,
    {
      sv: 'Filen är den öppna halvan av en nyckel; den privata finns varken bredvid den eller i ssh-agent.',
      en: 'The file is the public half of a key; the private one is neither beside it nor in ssh-agent.',
    },
    {
      sv: 'Ange den privata nyckelns fil, den utan `.pub`.',
      en: 'Name the file of the private key, the one without `.pub`.',
    },
  ],
  [
    /load public key|invalid format|libcrypto|No private key found|Is a directory/,
    {
      sv: 'I filen finns ingen privat SSH-nyckel som går att läsa.',
      en: 'The file holds no private SSH key that can be read.',
    },
    {
      sv: 'Kontrollera sökvägen efter `--key`; nyckeln brukar vara `~/.ssh/id_ed25519`.',
      en: 'Check the path after `--key`; the key is usually `~/.ssh/id_ed25519`.',
    },
  ],
]

const UNKNOWN = [
  undefined,
  { sv: '`ssh-keygen` kunde inte signera.', en: '`ssh-keygen` could not sign.' },
  {
    sv: 'Kontrollera att nyckeln finns, att bara du kan läsa den (`chmod 600 FIL`) och att lösenordet är rätt.',
    en: 'Check that the key exists, that only you can read it (`chmod 600 FIL`) and that the passphrase is right.',
  },
] as const

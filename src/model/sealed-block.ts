/** What is wrong with a sealed block: its text is not sealed at all, not whole, or what it holds is no age file. */
export type SealFault = 'clear' | 'cut' | 'no-age'

/**
 * What is wrong with the form of an armored age file (age-encryption.org/v1; C2SP age.md); absent when nothing is. That
 * it can be opened is not tried: nobody has the key here.
 */
export function sealFault(text: string): SealFault | undefined {
  const lines = text.trim().split('\n')
  const [first = '', ...rest] = lines
  const last = rest.pop() ?? ''
  if (first !== BEGIN) return text.includes(BEGIN) || text.trim() === '' ? 'cut' : 'clear'
  if (last !== END) return 'cut'
  const isWhole = rest.every((line, index) => {
    const isLast = index === rest.length - 1
    return (
      BASE64.test(line) &&
      (isLast ? line.length <= COLUMNS && line.length % 4 === 0 : line.length === COLUMNS)
    )
  })
  if (!isWhole || rest.length === 0)
    return rest.some(line => /[^\sA-Za-z0-9+/=]/.test(line)) ? 'clear' : 'cut'
  return HEADER.test(atob(rest.join(''))) ? undefined : 'no-age'
}

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----'
const END = '-----END AGE ENCRYPTED FILE-----'
const COLUMNS = 64
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** The version, one or more recipients, and the end of the header. */
const HEADER =
  /^age-encryption\.org\/v1\n(?:-> [\x21-\x7e]+(?: [\x21-\x7e]+)*\n(?:[A-Za-z0-9+/]*\n)+)+--- [A-Za-z0-9+/]{43}\n/

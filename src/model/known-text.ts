/** Texts that are remembered of each kind of question; what is beyond is asked anew. */
const MOST = 20_000

/**
 * Remembers what was worked out of a text: the same titles, names and dates stand in document after document.
 * The answer must depend on the text alone.
 */
export function knownText<Answer>(workOut: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return text => {
    let answer = known.get(text)
    if (answer === undefined) {
      answer = workOut(text)
      if (known.size >= MOST) known.clear()
      known.set(text, answer)
    }
    return answer
  }
}

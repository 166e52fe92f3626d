/** A text as a string of Typst: nothing in it is markup, nothing in it ends the string. */
export const typstText = (text: string): string =>
  `"${text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ue000-\uf8ff]|\p{Cs}/gu, '')
    .replace(/[\\"]/g, '\\$&')}"`

/** The same of a heading, which has to be something: "–" for one without a word. */
export const typstHeading = (text: string): string => {
  const written = typstText(text)
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(written.slice(1, -1)) ? written : '"–"'
}

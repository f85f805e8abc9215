// The language of the page's words, as this browser's reader has it: on a German page, de-AT for an Austrian. Words, numbers
// and dates then agree, and are written as the reader is used to.
const { lang } = document.documentElement;

export const locale = navigator.languages.find(tag => languageOf(tag) === lang) ?? lang;

// A browser may hand on what a system calls its language, such as `C` or `en-US@posix`.
function languageOf(tag) {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return null;
  }
}

// The language of the page's words, as this browser's reader has it: on a German page, de-AT for an Austrian. Words, numbers
// and dates then agree, and are written as the reader is used to.
const { lang } = document.documentElement;

export const locale = navigator.languages.find(tag => new Intl.Locale(tag).language === lang) ?? lang;

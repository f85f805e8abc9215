// Instants as the reader's own clock and language have them. The server can only say UTC.
const TIME = { hour: 'numeric', minute: '2-digit' };
const DAY = { ...TIME, day: 'numeric', month: 'short' };
const YEAR = { ...DAY, year: 'numeric' };
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const formats = new Map([TIME, DAY, YEAR].map(form => [form, new Intl.DateTimeFormat(undefined, form)]));

export function showTime(element, sentAt) {
  if (!sentAt) {
    element.remove();
    return;
  }
  const instant = new Date(sentAt);
  element.dateTime = sentAt;
  element.textContent = formats.get(formFor(instant, new Date())).format(instant);
  element.title = full.format(instant);
}

export function showTimes(within) {
  within.querySelectorAll('time[datetime]').forEach(element => showTime(element, element.dateTime));
}

function formFor(instant, now) {
  if (instant.toDateString() === now.toDateString()) {
    return TIME;
  }
  return instant.getFullYear() === now.getFullYear() ? DAY : YEAR;
}

import { locale } from './locale.js';

// Instants as the reader's own clock and language have them. The server can only say UTC.
const MINUTE = 60_000; // ms
const HOUR = 60 * MINUTE;
const REFRESH = 20_000;

const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
const daysAgo = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const dayOfThisYear = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const dayOfAnyYear = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });

export function showTime(element, sentAt) {
  if (!sentAt) {
    element.remove();
    return;
  }
  element.dateTime = sentAt;
  element.title = full.format(new Date(sentAt));
  refreshTime(element);
}

// Below the first of a group there is only room for hours and minutes.
export function refreshTime(element) {
  const instant = new Date(element.dateTime);
  say(element, element.closest('.continued') ? bareClock(instant) : relative(instant, new Date()));
}

export function showDay(element, instant) {
  element.dateTime = dayOf(instant);
  say(element, dayWords(instant, new Date()));
}

// The reader's calendar day, as `<time datetime>` has it.
export function dayOf(instant) {
  return [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()].map(part => String(part).padStart(2, '0')).join('-');
}

export function showTimes(within) {
  within.querySelectorAll('[data-part=time][datetime]').forEach(element => showTime(element, element.dateTime));
}

// Keeps what is said relatively true while time goes on.
export function keepTimes(within) {
  const refresh = () => document.hidden || refreshTimes(within);
  setInterval(refresh, REFRESH);
  document.addEventListener('visibilitychange', refresh);
}

function refreshTimes(within) {
  within.querySelectorAll('[data-part=time][datetime]').forEach(refreshTime);
  within.querySelectorAll('[data-part=day]').forEach(day => showDay(day, startOf(day.dateTime)));
}

function relative(instant, now) {
  const age = Math.max(0, now - instant) || 0;
  if (age < MINUTE && instant - now < MINUTE) { // a server's clock may be a little ahead
    return ago.format(0, 'second');
  }
  if (instant > now || (age >= HOUR && dayOf(instant) !== dayOf(now))) {
    return clock.format(instant);
  }
  return age < HOUR ? ago.format(-Math.floor(age / MINUTE), 'minute') : ago.format(-Math.floor(age / HOUR), 'hour');
}

function bareClock(instant) {
  const parts = clock.formatToParts(instant).filter(({ type }) => type !== 'dayPeriod');
  return parts.map(({ value }) => value).join('').trim();
}

function dayWords(instant, now) {
  const days = Math.round((startOf(dayOf(now)) - startOf(dayOf(instant))) / (24 * HOUR));
  if (days === 0 || days === 1) {
    return daysAgo.format(-days, 'day');
  }
  return (instant.getFullYear() === now.getFullYear() ? dayOfThisYear : dayOfAnyYear).format(instant);
}

function startOf(day) {
  return new Date(`${day}T00:00`);
}

// Nothing changes in the document where nothing has changed.
function say(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

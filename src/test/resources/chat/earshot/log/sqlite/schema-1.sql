-- Schema 1, as Earshot made it before `log.appended` was given up.

CREATE TABLE log (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  secret BLOB NOT NULL,           -- what the rooms' epochs are derived from
  appended INTEGER NOT NULL       -- how many events this log has ever taken; see RestoreMark
) STRICT;

CREATE TABLE room (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  epoch TEXT NOT NULL UNIQUE,
  head INTEGER NOT NULL,          -- the newest sequence
  trimmed INTEGER NOT NULL,       -- the newest sequence that retention has removed; 0 for none
  last_sent_at INTEGER NOT NULL   -- milliseconds since 1970
) STRICT;

CREATE TABLE event (
  room INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  type TEXT NOT NULL,
  content TEXT NOT NULL,          -- compact JSON
  sent_at INTEGER NOT NULL,       -- milliseconds since 1970
  PRIMARY KEY (room, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
  id INTEGER PRIMARY KEY,         -- grows: the newest million are the highest
  room INTEGER NOT NULL,
  key TEXT NOT NULL,
  fingerprint BLOB NOT NULL,      -- SHA-256 of type and content
  sequence INTEGER NOT NULL,
  used_at INTEGER NOT NULL,       -- milliseconds since 1970
  UNIQUE (room, key)
) STRICT;

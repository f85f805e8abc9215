package chat.earshot.log.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the log's connections come from; tests give ones that fail on demand. */
interface ConnectionSource {

    /** The one connection that writes. Fully synced; whoever holds it commits by hand. */
    Connection openWriter() throws SQLException;

    /** A connection that only reads. */
    Connection openReader() throws SQLException;
}

/** The page: as plain HTML and forms over HTTP, and alive in a real Chromium. */
@NullMarked
package chat.earshot.page;

import org.jspecify.annotations.NullMarked;

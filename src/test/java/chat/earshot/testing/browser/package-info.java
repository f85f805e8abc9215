/**
 * A real Chromium for tests, and a line to the server that can be cut.
 *
 * <pre>
 *   &#64;RegisterExtension static final Browsers browsers = new Browsers();
 *   …
 *   Page ann = browsers.open(server);
 *   assertThat(ann.locator("#state")).hasText("Live");
 * </pre>
 */
@NullMarked
package chat.earshot.testing.browser;

import org.jspecify.annotations.NullMarked;

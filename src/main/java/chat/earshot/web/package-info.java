/**
 * What every request meets, whoever it is for: refusals as problems, the check where a request comes from, the headers of
 * every answer, and how Jetty is set up.
 *
 * <pre>
 *   Doorkeeper ─► Jetty ─► SecurityHeaders ─► AllowedHosts ─► OriginFilter ─► CORS ─► a controller
 *                  └────────────┴───────────────┴───────────────┴─────────────┴──── a Refusal ─► Problems: application/problem+json, or one line
 *
 *   a second Jetty, only where more of Actuator than health is shown: ManagementPort, ManagementServer
 * </pre>
 */
@NullMarked
package chat.earshot.web;

import org.jspecify.annotations.NullMarked;

/** Holds runs against a baseline, for CI: what was measured then and now, one-sided tests with stated error rates, a verdict.
 * The design is in docs/gate.md. */
package org.resbench.gate;

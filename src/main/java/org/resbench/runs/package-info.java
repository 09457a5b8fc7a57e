/** The run store: append-only events, results, provenance, locks. */
package org.resbench.runs;

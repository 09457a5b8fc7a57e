/** What an experiment asks for before it is run: sizes, and the time it will take by what was measured here. */
package org.resbench.cli.plan;

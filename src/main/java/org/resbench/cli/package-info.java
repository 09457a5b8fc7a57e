/** The command line: commands, exit codes, progress, and the wiring of all other packages. Nobody imports it. */
package org.resbench.cli;

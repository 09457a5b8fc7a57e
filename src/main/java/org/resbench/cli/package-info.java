/** Commands, exit codes, progress; wiring. */
package org.resbench.cli;

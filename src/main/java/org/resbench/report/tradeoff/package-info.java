/** Networks by error, size, time and joules: tables, bubble charts, Pareto fronts and budgets. */
package org.resbench.report.tradeoff;

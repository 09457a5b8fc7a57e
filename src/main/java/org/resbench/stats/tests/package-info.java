/** Tests of hypotheses. Each is a record that holds the statistic and its p values, and says whether those are exact. */
package org.resbench.stats.tests;

/** What is in a data set: counts, statistics, duplicates, and a sheet to look at. */
package org.resbench.data.inspect;

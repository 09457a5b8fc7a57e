/** Claims judged more than once, with more seeds each time, at one error rate over all looks. */
package org.resbench.claims.looks;

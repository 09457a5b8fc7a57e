/** What differs from the paper's recipe, and what that is known to do. */
package org.resbench.claims.explain;

/** Claims judged on runs. */
package org.resbench.claims;
